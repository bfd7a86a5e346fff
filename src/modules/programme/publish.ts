import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writePublished } from './db/season.ts'

/** Publishes drafts of the actor's centre. Twice is the same as once; what has begun stays a draft. */
export async function publish(
  work: Work<'programme' | 'network' | 'access'>,
  command: { sessions: readonly number[] },
): Promise<Result<{ published: number[] }, { refusal: 'session-unknown' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'session-unknown' })
  return done({ published: await writePublished(work, centre, command.sessions) })
}
