import { readSession, season } from '#modules/programme/index.ts'
import { cancelSession } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import type { Scope } from './domain/scope.ts'
import { followSessions } from './follow.ts'
import { reach } from './move-sessions.ts'

/**
 * Cancels one session, this and the following ones, or a whole series. Everybody who joined is told once; a draft, which
 * nobody knows of, is thrown away. Twice is the same as once.
 */
export async function cancelSessions(
  work: Work<'registrations' | 'programme' | 'network' | 'access'>,
  command: { sessionId: number; scope: Scope },
): Promise<
  Result<{ cancelled: number; thrownAway: number }, { refusal: 'session-unknown' | 'session-started' }>
> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  let [cancelled, thrownAway] = [0, 0]
  const ids = await reach(work, command.sessionId, command.scope)
  for (const id of ids) {
    const session = await readSession(work, id)
    if (!session || centre === null || session.centre.id !== centre)
      return refuse({ refusal: 'session-unknown' })
    if (session.status === 'draft') {
      if (await season.deleteDraft(work, centre, id)) thrownAway++
      continue
    }
    const result = await cancelSession(work, { sessionId: id })
    if (!result.ok) return result
    if (!result.value.again) cancelled++
  }
  followSessions(work, ids)
  return done({ cancelled, thrownAway })
}
