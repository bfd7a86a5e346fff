import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { touchAuthor } from './db/authors.ts'
import { deleteFile, insertFile, readFiles } from './db/files.ts'
import { readHeldBytes } from './db/held.ts'
import { deletePicture, insertPicture, readPictures, updateAlt } from './db/pictures.ts'
import { lockProject, updateFacts } from './db/project-write.ts'
import { deleteStep, insertStep, orderSteps, readSteps, type Step, updateStep } from './db/steps.ts'
import type { FileKind } from './domain/file-kind.ts'
import type { Facts } from './domain/forms.ts'
import { moved } from './domain/order.ts'
import { most, mostHeldBytes } from './domain/vocabulary.ts'
import type { Prepared } from './prepare-picture.ts'

/** A project of somebody, in her hands. */
export interface Mine {
  project: number
  author: number
  centre: number
}
type Closed = { refusal: 'project-unknown' | 'not-in-hands' }
type Full = { refusal: 'no-room' }

/** Locks it; refuses what is not hers, and what a member is reading or everybody sees: that is taken back first. */
async function take(work: Work<'projects'>, { project, author }: Mine): Promise<Result<null, Closed>> {
  const status = await lockProject(work, { id: project, author })
  if (status === null) return refuse({ refusal: 'project-unknown' })
  if (status !== 'draft' && status !== 'changes') return refuse({ refusal: 'not-in-hands' })
  await touchAuthor(work, author)
  return done(null)
}

/** The same for whoever brings pictures or files: a centre holds only so much nobody has looked at. */
async function takeWithRoom(work: Work<'projects'>, mine: Mine): Promise<Result<null, Closed | Full>> {
  const taken = await take(work, mine)
  if (!taken.ok) return taken
  return (await readHeldBytes(work, mine.centre)) < mostHeldBytes ? taken : refuse({ refusal: 'no-room' })
}

/** The first place that holds nothing. */
const freePlace = (taken: readonly number[], places: number): number | undefined =>
  Array.from({ length: places }, (_, i) => i + 1).find((place) => !taken.includes(place))

/** Says what it is, otherwise. */
export async function describeProject(
  work: Work<'projects'>,
  mine: Mine,
  facts: Facts,
): Promise<Result<null, Closed>> {
  const taken = await take(work, mine)
  if (!taken.ok) return taken
  await updateFacts(work, mine.project, facts)
  return done(null)
}

/** One more step, after the last one; `picture` with what it shows, when there is one. */
export async function addStep(
  work: Work<'projects'>,
  mine: Mine,
  { words, picture }: { words: string; picture: { made: Prepared; alt: string } | null },
): Promise<Result<null, Closed | Full | { refusal: 'too-many-steps' }>> {
  const taken = await (picture ? takeWithRoom : take)(work, mine)
  if (!taken.ok) return taken
  const position = (await readSteps(work, mine.project)).length + 1
  if (position > most.steps) return refuse({ refusal: 'too-many-steps' })
  const step = await insertStep(work, { ...mine, position, words })
  if (picture) await insertPicture(work, { ...mine, alt: picture.alt, of: { step } }, picture.made)
  return done(null)
}

/** A step said otherwise; a new picture takes the place of the one before. */
export async function rewriteStep(
  work: Work<'projects'>,
  mine: Mine,
  {
    step: id,
    words,
    alt,
    picture,
  }: { step: number; words: string; alt: string | null; picture: Prepared | 'removed' | null },
): Promise<Result<null, Closed | { refusal: 'step-unknown' }>> {
  const read = await takeStep(work, mine, id)
  if (!read.ok) return read
  await updateStep(work, id, words)
  if (picture !== null) await deletePicture(work, { step: id })
  if (picture !== null && picture !== 'removed')
    await insertPicture(work, { ...mine, alt: alt ?? '', of: { step: id } }, picture)
  if (picture === null && alt !== null) await updateAlt(work, id, alt)
  return done(null)
}

/** A step goes one place up or down; at the end of the row it stays. */
export async function moveStep(
  work: Work<'projects'>,
  mine: Mine,
  { step, to }: { step: number; to: 'up' | 'down' },
): Promise<Result<null, Closed | { refusal: 'step-unknown' }>> {
  const read = await takeStep(work, mine, step)
  if (!read.ok) return read
  await orderSteps(
    work,
    moved(
      read.value.map(({ id }) => id),
      step,
      to,
    ),
  )
  return done(null)
}

/** A step and its picture are gone; those after it come one place up. */
export async function removeStep(
  work: Work<'projects'>,
  mine: Mine,
  step: number,
): Promise<Result<null, Closed | { refusal: 'step-unknown' }>> {
  const read = await takeStep(work, mine, step)
  if (!read.ok) return read
  await deleteStep(work, step)
  await orderSteps(
    work,
    read.value.map(({ id }) => id).filter((id) => id !== step),
  )
  return done(null)
}

async function takeStep(
  work: Work<'projects'>,
  mine: Mine,
  step: number,
): Promise<Result<Step[], Closed | { refusal: 'step-unknown' }>> {
  const taken = await take(work, mine)
  if (!taken.ok) return taken
  const steps = await readSteps(work, mine.project)
  return steps.some(({ id }) => id === step) ? done(steps) : refuse({ refusal: 'step-unknown' })
}

/** A picture of the finished thing. */
export async function addPicture(
  work: Work<'projects'>,
  mine: Mine,
  { made, alt }: { made: Prepared; alt: string },
): Promise<Result<null, Closed | Full | { refusal: 'too-many-pictures' }>> {
  const taken = await takeWithRoom(work, mine)
  if (!taken.ok) return taken
  const there = await readPictures(work, mine.project)
  const place = freePlace(
    there.map((picture) => picture.place),
    most.pictures,
  )
  if (place === undefined) return refuse({ refusal: 'too-many-pictures' })
  await insertPicture(work, { ...mine, alt, of: { place } }, made)
  return done(null)
}

export async function removePicture(
  work: Work<'projects'>,
  mine: Mine,
  picture: number,
): Promise<Result<null, Closed>> {
  const taken = await take(work, mine)
  if (!taken.ok) return taken
  await deletePicture(work, { project: mine.project, id: picture })
  return done(null)
}

/** A file to make it again; its name is left behind, as names of files often are somebody's. */
export async function addFile(
  work: Work<'projects'>,
  mine: Mine,
  file: { kind: FileKind; bytes: Uint8Array },
): Promise<Result<null, Closed | Full | { refusal: 'too-many-files' }>> {
  const taken = await takeWithRoom(work, mine)
  if (!taken.ok) return taken
  const there = await readFiles(work, mine.project)
  const place = freePlace(
    there.map((one) => one.place),
    most.files,
  )
  if (place === undefined) return refuse({ refusal: 'too-many-files' })
  await insertFile(work, { ...mine, ...file, place })
  return done(null)
}

export async function removeFile(
  work: Work<'projects'>,
  mine: Mine,
  file: number,
): Promise<Result<null, Closed>> {
  const taken = await take(work, mine)
  if (!taken.ok) return taken
  await deleteFile(work, { project: mine.project, id: file })
  return done(null)
}
