import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { endMatch, type Match } from './db/matches.ts'
import { touchMentor } from './db/mentors.ts'
import { deleteAsk, insertApart, insertAsk } from './db/wanting.ts'

/**
 * Ends a match: no reason is asked, and who asked is not kept. With `again` the founder is in the next matching and the
 * two are not proposed to each other; without, she no longer asks for a mentor. Both are told the same words.
 */
export async function stopMatch(
  work: Work<'mentoring'>,
  { match, again }: { match: Match; again: boolean },
): Promise<Result<null, { refusal: 'match-ended' }>> {
  if (!(await endMatch(work, match.id))) return refuse({ refusal: 'match-ended' })
  await touchMentor(work, match.mentor)
  if (again) {
    await insertApart(work, match)
    await insertAsk(work, match)
  } else await deleteAsk(work, match.founder)
  // Nobody was told that it began: nobody is told that it ends.
  if (Temporal.Instant.compare(match.tellAt, work.now) > 0) return done(null)
  for (const side of ['founder', 'mentor'])
    work.enqueue('messaging.deliver', {
      centre: match.centre,
      kind: `mentoring.stopped.${side}`,
      ref: match.id,
      version: 1,
    })
  return done(null)
}
