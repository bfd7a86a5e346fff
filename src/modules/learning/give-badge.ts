import { achievementOf, issueBadge } from '#modules/badges/index.ts'
import type { House } from '#platform/house.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import type { Learner } from './db/learners.ts'
import { writeBadge } from './db/walks.ts'
import { readFollowed } from './read-learner.ts'

/** The achievement of a path; undefined when the network rewards none for it. */
export const badgeOf = (path: string) => achievementOf(`path-${path}`)

/**
 * Gives the badge of a path whose every step is done; the same learner is given it once, and its link is on her page. A
 * step taken back later takes no badge away: that is for who revokes it, with a reason.
 */
export async function giveBadge(
  work: Work<'learning' | 'attendance' | 'badges' | 'network' | 'access'>,
  house: Pick<House, 'seal' | 'settings'>,
  { learner, path }: { learner: Learner; path: string },
): Promise<Result<{ token: string }, { refusal: 'path-unknown' | 'path-unfinished' }>> {
  const followed = (await readFollowed(work, learner)).find((one) => one.path.id === path)
  if (!followed || !badgeOf(path)) return refuse({ refusal: 'path-unknown' })
  if (!followed.progress.finished) return refuse({ refusal: 'path-unfinished' })
  const issued = await issueBadge(work, house, {
    achievement: `path-${path}`,
    subject: `learner:${learner.id}`,
  })
  if (!issued.ok) return refuse({ refusal: 'path-unknown' })
  const { token } = issued.value
  await writeBadge(work, { learner: learner.id, path, sealed: house.seal.close(token) })
  return done({ token })
}
