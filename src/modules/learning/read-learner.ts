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
  /** Token of the badge given for it, sealed; null before. */
  badgeSealed: Buffer | null
}

/** The centre of the learner a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfLink(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfLink(work, hashOf(token)))
}

/** The paths of each learner, with what was noted and what the roll shows; one that no longer exists is left out. */
export async function readFollowedOf(
  work: Work<'learning' | 'attendance'>,
  learners: readonly Learner[],
): Promise<Map<number, Followed[]>> {
  const attended = await readAttended(
    work,
    learners.flatMap(({ contactKey }) => contactKey ?? []),
  )
  const walks = await readWalks(
    work,
    learners.map(({ id }) => id),
  )
  return new Map(
    learners.map(({ id, contactKey }) => {
      const there = attended.get(contactKey?.toString('hex') ?? '') ?? []
      const slugs = new Set(there.map(({ slug }) => slug))
      const followed = walks.flatMap((walk) => {
        const path = walk.learner === id && pathOf(walk.path)
        return path
          ? [{ path, progress: progressOf(path, walk.noted, slugs), badgeSealed: walk.badgeSealed }]
          : []
      })
      return [id, followed]
    }),
  )
}

/** The paths of one learner. */
export const readFollowed = async (
  work: Work<'learning' | 'attendance'>,
  learner: Learner,
): Promise<Followed[]> => (await readFollowedOf(work, [learner])).get(learner.id) ?? []
