import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readHeldBytes } from './db/held.ts'
import { insertMake } from './db/makes.ts'
import { insertPicture } from './db/pictures.ts'
import { readProject } from './db/projects.ts'
import { insertReport } from './db/reports.ts'
import { mostHeldBytes, type ReportReason } from './domain/vocabulary.ts'
import type { Prepared } from './prepare-picture.ts'

type Schemas = 'projects' | 'network'
type Unknown = { refusal: 'project-unknown' }

/** « I made the same »: counted at once; with a picture, once a member has looked at it. Sent twice, counted once. */
export async function makeTheSame(
  work: Work<Schemas>,
  make: { project: number; once: string; picture: { made: Prepared; alt: string } | null },
): Promise<Result<null, Unknown | { refusal: 'no-room' }>> {
  const project = await readProject(work, { id: make.project, status: ['published'] })
  if (!project) return refuse({ refusal: 'project-unknown' })
  const which = { centre: project.centre.id, project: make.project }
  if (make.picture && (await readHeldBytes(work, which.centre)) >= mostHeldBytes)
    return refuse({ refusal: 'no-room' })
  const id = await insertMake(work, { ...which, once: make.once, withPicture: make.picture !== null })
  if (id !== null && make.picture)
    await insertPicture(work, { ...which, alt: make.picture.alt, of: { make: id } }, make.picture.made)
  return done(null)
}

/** Something is wrong with a project: a member reads it again. Who said so is not kept. */
export async function reportProject(
  work: Work<Schemas>,
  { project: id, reason }: { project: number; reason: ReportReason },
): Promise<Result<null, Unknown>> {
  const project = await readProject(work, { id, status: ['published'] })
  if (!project) return refuse({ refusal: 'project-unknown' })
  await insertReport(work, { project: id, centre: project.centre.id, reason })
  return done(null)
}
