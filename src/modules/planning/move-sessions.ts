import { readSession, season } from '#modules/programme/index.ts'
import { type ChangeSessionRefusal, changeSession } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { checkClashesNow, checkClashesTogether } from './db/constraints.ts'
import { type Move, movedStart, type Scope } from './domain/scope.ts'
import { followSessions } from './follow.ts'

type Schemas = 'registrations' | 'programme' | 'network' | 'access'

export interface MoveSessions {
  sessionId: number
  scope: Scope
  to: Move
}

/** The sessions a gesture on one of them reaches, in order. */
export const reach = async (work: Work<Schemas>, sessionId: number, scope: Scope): Promise<number[]> => {
  if (scope === 'one') return [sessionId]
  const series = await season.readSeriesSessions(work, sessionId, scope)
  return series.length > 0 ? series : [sessionId]
}

/**
 * Moves one session, this and the following ones, or a whole series, in time or to another place: all of them or none.
 * Registrations stay, and everybody who joined is told once. Clashes are looked at when all have moved, so that a series
 * may take the place it leaves.
 */
export async function moveSessions(
  work: Work<Schemas>,
  command: MoveSessions,
): Promise<Result<{ moved: number[] }, ChangeSessionRefusal>> {
  const ids = await reach(work, command.sessionId, command.scope)
  await checkClashesTogether(work)
  for (const id of ids) {
    const session = await readSession(work, id)
    if (!session) return refuse({ refusal: 'session-unknown' })
    const start = movedStart(session.start, command.to)
    const changed = await changeSession(work, {
      sessionId: id,
      startsAt: start.toInstant(),
      endsAt: start.add({ minutes: command.to.minutes }).toInstant(),
      placeId: command.to.placeId,
      spaceId: command.to.spaceId,
    })
    if (!changed.ok) return changed
  }
  if (!(await checkClashesNow(work))) return refuse({ refusal: 'clash' })
  followSessions(work, ids)
  return done({ moved: ids })
}
