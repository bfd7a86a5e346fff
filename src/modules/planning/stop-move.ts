import { nomadic } from '#modules/network/index.ts'
import { changeSession } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { cancelSessions } from './cancel-sessions.ts'
import { checkClashesNow, checkClashesTogether } from './db/constraints.ts'
import { readSessionsHere } from './db/stop.ts'
import { followSessions } from './follow.ts'

type Schemas = 'registrations' | 'programme' | 'network' | 'access'
export type StopScope = 'one' | 'following'

export interface MoveStops {
  stop: number
  scope: StopScope
  to: { placeId: number; day: Temporal.PlainDate; from: Temporal.PlainTime; to: Temporal.PlainTime }
}

type Refusal = nomadic.StopRefusal | { refusal: 'session-started' | 'session-clash' }

/** The stops a gesture reaches: one, or it and those of its round that follow at the same place and are still planned. */
export async function reachStops(
  work: Work<Schemas>,
  id: number,
  scope: StopScope,
): Promise<nomadic.PlannedStop[]> {
  const stop = await nomadic.readStop(work, id)
  if (!stop) return []
  if (scope === 'one' || stop.roundId === null) return [stop]
  const all = await nomadic.readPlannedStops(work, { centre: stop.centre, round: stop.roundId })
  return all.filter(
    (other) =>
      other.place.id === stop.place.id &&
      other.status === 'planned' &&
      Temporal.ZonedDateTime.compare(other.start, stop.start) >= 0,
  )
}

/**
 * Moves a stop, or it and the following ones of its round, with the sessions held there: all or none. The hour on the
 * wall is kept through summer time. Everybody who joined or was told is told once. Clashes are looked at when all have
 * moved.
 */
export async function moveStops(
  work: Work<Schemas>,
  command: MoveStops,
): Promise<Result<{ moved: number }, Refusal>> {
  const stops = await reachStops(work, command.stop, command.scope)
  const [first] = stops
  if (!first) return refuse({ refusal: 'stop-unknown' })
  const shift = first.start.toPlainDate().until(command.to.day)
  await checkClashesTogether(work)
  const followed: number[] = []
  // Later ones first when they go later, so that none needs the place another has not left yet.
  for (const stop of shift.days > 0 ? stops.toReversed() : stops) {
    const day = stop.start.toPlainDate().add(shift)
    const timeZone = stop.place.timeZone
    const start = day.toZonedDateTime({ timeZone, plainTime: command.to.from })
    const end = day.toZonedDateTime({ timeZone, plainTime: command.to.to })
    const here = await readSessionsHere(work, [stop.id], 'fr')
    const moved = await nomadic.moveStop(work, {
      stop: stop.id,
      placeId: command.to.placeId,
      start: start.toInstant(),
      end: end.toInstant(),
    })
    if (!moved.ok) return moved
    const later = stop.start.until(start)
    for (const session of here) {
      const changed = await changeSession(work, {
        sessionId: session.id,
        startsAt: session.start.add(later).toInstant(),
        endsAt: session.end.add(later).toInstant(),
        placeId: command.to.placeId,
      })
      if (!changed.ok)
        return refuse({
          refusal: changed.refusal === 'session-started' ? 'session-started' : 'session-clash',
        })
      followed.push(session.id)
    }
  }
  if (!(await checkClashesNow(work))) return refuse({ refusal: 'clash' })
  followSessions(work, followed)
  return done({ moved: stops.length })
}

/** Cancels a stop, or it and the following ones of its round, and the sessions held there; everybody is told once. */
export async function cancelStops(
  work: Work<Schemas>,
  command: { stop: number; scope: StopScope },
): Promise<Result<{ cancelled: number }, Refusal>> {
  const stops = await reachStops(work, command.stop, command.scope)
  if (stops.length === 0) return refuse({ refusal: 'stop-unknown' })
  for (const stop of stops) {
    for (const session of await readSessionsHere(work, [stop.id], 'fr')) {
      const result = await cancelSessions(work, { sessionId: session.id, scope: 'one' })
      if (!result.ok) return refuse({ refusal: 'session-started' })
    }
    const cancelled = await nomadic.cancelStop(work, { stop: stop.id })
    if (!cancelled.ok) return cancelled
  }
  return done({ cancelled: stops.length })
}
