import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertRound, readRound, writeProposal } from './db/rounds.ts'
import { type Method, propose } from './domain/propose.ts'
import { readSides } from './read-sides.ts'

/** Above so many pairs to look at, the answer is found by the worker and the page waits for it. */
const pairsAtOnce = 20_000

/** Asks for a matching. Small ones are answered at once; a large one is left to the worker. */
export async function askRound(
  work: Work<'mentoring' | 'ventures'>,
  { centre, member, method }: { centre: number; member: number; method: Method },
): Promise<Result<number, { refusal: 'nobody-to-match' }>> {
  const sides = await readSides(work)
  if (sides.founders.length === 0 || !sides.mentors.some(({ free }) => free > 0))
    return refuse({ refusal: 'nobody-to-match' })
  const round = await insertRound(work, { centre, method, member })
  if (sides.founders.length * sides.mentors.length > pairsAtOnce)
    work.enqueue('mentoring.match', { centre, round })
  else await findRound(work, { centre, round })
  return done(round)
}

/** Finds the proposal of a matching and keeps it. Twice is the same as once. */
export async function findRound(
  work: Work<'mentoring' | 'ventures'>,
  { centre, round }: { centre: number; round: number },
): Promise<void> {
  const asked = await readRound(work, round)
  if (asked?.status !== 'waiting') return
  const { founders, mentors, apart } = await readSides(work)
  await writeProposal(
    work,
    { id: round, centre, founders: founders.length, mentors: mentors.filter(({ free }) => free > 0).length },
    propose(founders, mentors, { method: asked.method, apart }),
  )
}
