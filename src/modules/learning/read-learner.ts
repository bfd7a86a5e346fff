import { readAttended } from '#modules/attendance/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Learner, readCentreOfLink } from './db/learners.ts'
import { readWalks } from './db/walks.ts'
import type { Path } from './domain/path.ts'
import { type Progress, progressOf } from './domain/progress.ts'
import { pathOf } from './read-paths.ts'

/** A path somebody follows and where she is on it. */
export interface Followed {
  path: Path
  progress: Progress
}

/** The centre of the learner a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfLink(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfLink(work, hashOf(token)))
}

/** The paths of a learner, with what was noted and what the roll shows; one that no longer exists is left out. */
export async function readFollowed(
  work: Work<'learning' | 'attendance'>,
  learner: Learner,
): Promise<Followed[]> {
  const attended = learner.contactKey ? await readAttended(work, learner.contactKey) : []
  const slugs = new Set(attended.map(({ slug }) => slug))
  return (await readWalks(work, [learner.id])).flatMap((walk) => {
    const path = pathOf(walk.path)
    return path ? [{ path, progress: progressOf(path, walk.noted, slugs) }] : []
  })
}
