import type { Work } from '#platform/work/index.ts'
import { readLiveMatches } from './db/matches.ts'
import { deleteMentor, type Mentor } from './db/mentors.ts'
import { insertAsk } from './db/wanting.ts'

/** A mentor erases everything of hers. Whoever she guided is told, and is in the next matching. */
export async function eraseMentor(work: Work<'mentoring'>, mentor: Mentor): Promise<void> {
  const live = (await readLiveMatches(work)).filter((match) => match.mentor === mentor.id)
  for (const match of live) {
    await insertAsk(work, match)
    if (Temporal.Instant.compare(match.tellAt, work.now) > 0) continue
    work.enqueue('messaging.deliver', {
      centre: match.centre,
      kind: 'mentoring.left',
      ref: match.founder,
      // A match ends once: its number tells this message from the next.
      version: match.id,
    })
  }
  await deleteMentor(work, mentor.id)
}
