import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { countTold, deleteUntold, insertMatch, readLiveMatches } from './db/matches.ts'
import { lockMentors } from './db/mentors.ts'
import { moveRound, readProposed, readRound } from './db/rounds.ts'

/** Minutes during which a matching can be taken back as if nothing had been: both are told after. */
export const minutesToUndo = 30

type Refusal = 'round-decided' | 'nothing-accepted' | 'place-taken' | 'founder-matched'

/**
 * Begins every accepted match of a matching; both sides are told half an hour later. Two coordinators at the same time:
 * one does it, the other reads that it is done. A place somebody else took meanwhile refuses the whole, and nothing is written.
 */
export async function applyRound(
  work: Work<'mentoring'>,
  { round, centre, member }: { round: number; centre: number; member: number },
): Promise<Result<number, { refusal: Refusal }>> {
  if (!(await moveRound(work, round, 'ready', 'applied'))) return refuse({ refusal: 'round-decided' })
  const accepted = (await readProposed(work, round)).flatMap(({ founder, mentor, decision }) =>
    decision === 'accepted' && mentor !== null ? [{ founder, mentor }] : [],
  )
  if (accepted.length === 0) return refuse({ refusal: 'nothing-accepted' })
  const mentors = await lockMentors(work, [...new Set(accepted.map(({ mentor }) => mentor))])
  const isFull = mentors.some(
    ({ id, status, capacity, taken }) =>
      status !== 'welcome' || taken + accepted.filter(({ mentor }) => mentor === id).length > capacity,
  )
  if (isFull) return refuse({ refusal: 'place-taken' })
  const guided = new Set((await readLiveMatches(work)).map(({ founder }) => founder))
  if (accepted.some(({ founder }) => guided.has(founder))) return refuse({ refusal: 'founder-matched' })
  const tellAt = work.now.add({ minutes: minutesToUndo })
  for (const pair of accepted) {
    const match = await insertMatch(work, { ...pair, centre, round, member, tellAt })
    for (const side of ['founder', 'mentor'])
      work.enqueue(
        'messaging.deliver',
        { centre, kind: `mentoring.matched.${side}`, ref: match, version: 1 },
        { runAt: tellAt },
      )
  }
  return done(accepted.length)
}

/** Takes a matching back before anybody is told: decisions stay, matches are as if they had never been. */
export async function undoRound(
  work: Work<'mentoring'>,
  round: number,
): Promise<Result<null, { refusal: 'round-decided' | 'round-told' }>> {
  if ((await readRound(work, round))?.status !== 'applied') return refuse({ refusal: 'round-decided' })
  if ((await countTold(work, round)) > 0) return refuse({ refusal: 'round-told' })
  await deleteUntold(work, round)
  return (await moveRound(work, round, 'applied', 'ready'))
    ? done(null)
    : refuse({ refusal: 'round-decided' })
}

/** Lays a matching aside: nothing of it happens. */
export async function dropRound(
  work: Work<'mentoring'>,
  round: number,
): Promise<Result<null, { refusal: 'round-decided' }>> {
  return (await moveRound(work, round, 'ready', 'dropped'))
    ? done(null)
    : refuse({ refusal: 'round-decided' })
}
