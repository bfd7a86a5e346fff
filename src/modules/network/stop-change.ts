import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import {
  isTaken,
  type PlannedStop,
  readPlannedStops,
  writeOuting,
  writeStopCancelled,
  writeWindow,
} from './db/stop.ts'
import { isSameWindow, type Outing, type Window, windowRefusal } from './domain/stop.ts'
import { isClash, type StopRefusal, strangerAmong } from './stop-plan.ts'
import { tellOfChange, tellOfStop } from './stop-tell.ts'

type Schemas = 'network' | 'access'

/** A stop of the actor's centre; null when there is none of that number. */
export async function readStop(work: Work<Schemas>, id: number): Promise<PlannedStop | null> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return null
  const [stop] = await readPlannedStops(work, { centre, id })
  return stop ?? null
}

/** Who and what goes to a stop, what one finds there and how to find it. Nobody is told of that. */
export async function equipStop(
  work: Work<Schemas>,
  command: Outing & { stop: number },
): Promise<Result<{ stop: number }, StopRefusal>> {
  const stop = await readStop(work, command.stop)
  if (!stop) return refuse({ refusal: 'stop-unknown' })
  if (stop.status === 'cancelled') return refuse({ refusal: 'stop-cancelled' })
  const no = await strangerAmong(work, stop.centre, { ...command, placeId: stop.place.id })
  if (no) return refuse({ refusal: no })
  try {
    await writeOuting(work, { ...command, id: stop.id, centre: stop.centre })
    return done({ stop: stop.id })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}

/**
 * Moves a stop in time or to another place. Those who were told of it are told of the change; those who wait in the new
 * town are told a week before. Sessions held there do not move by themselves: whoever plans moves them too.
 */
export async function moveStop(
  work: Work<Schemas>,
  command: Window & { stop: number },
): Promise<Result<{ stop: number; moved: boolean }, StopRefusal>> {
  const stop = await readStop(work, command.stop)
  if (!stop) return refuse({ refusal: 'stop-unknown' })
  if (stop.status === 'cancelled') return refuse({ refusal: 'stop-cancelled' })
  const now = { placeId: stop.place.id, start: stop.start.toInstant(), end: stop.end.toInstant() }
  if (isSameWindow(now, command)) return done({ stop: stop.id, moved: false })
  const outing = { hosts: [], kits: [], vehicleId: null }
  const no =
    windowRefusal(command, work.now) ??
    (await strangerAmong(work, stop.centre, { ...outing, placeId: command.placeId }))
  if (no) return refuse({ refusal: no })
  if (await isTaken(work, command, stop.id)) return refuse({ refusal: 'already-there' })
  try {
    await writeWindow(work, stop.id, command)
    tellOfChange(work, { centre: stop.centre, stop: stop.id })
    tellOfStop(work, { centre: stop.centre, stop: stop.id })
    await record(work, 'stop.move', `stop:${stop.id}`)
    return done({ stop: stop.id, moved: true })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}

/** Cancels a stop. Those who were told of it are told. Twice is the same as once. */
export async function cancelStop(
  work: Work<Schemas>,
  command: { stop: number },
): Promise<Result<{ stop: number; again: boolean }, StopRefusal>> {
  const stop = await readStop(work, command.stop)
  if (!stop) return refuse({ refusal: 'stop-unknown' })
  if (stop.status === 'cancelled') return done({ stop: stop.id, again: true })
  if (Temporal.Instant.compare(stop.end.toInstant(), work.now) <= 0) return refuse({ refusal: 'in-the-past' })
  await writeStopCancelled(work, stop.id)
  tellOfChange(work, { centre: stop.centre, stop: stop.id })
  await record(work, 'stop.cancel', `stop:${stop.id}`)
  return done({ stop: stop.id, again: false })
}
