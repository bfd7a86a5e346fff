import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertStop, readStrangers } from './db/stop.ts'
import { type Outing, type Window, windowRefusal } from './domain/stop.ts'
import { tellOfStop } from './stop-tell.ts'

export type PlanStop = Window & Outing

export type StopRefusal = {
  refusal:
    | 'stop-unknown'
    | 'stop-cancelled'
    | 'place-unknown'
    | 'host-unknown'
    | 'kit-unknown'
    | 'vehicle-unknown'
    | 'ends-before-it-starts'
    | 'too-long'
    | 'in-the-past'
    | 'already-there'
    | 'clash'
}

/** Who or what is wished but not of the centre; null when all are. */
export async function strangerAmong(
  work: Work<'network' | 'access'>,
  centre: number,
  wish: { placeId: number } & Pick<Outing, 'hosts' | 'kits' | 'vehicleId'>,
): Promise<StopRefusal['refusal'] | null> {
  const strangers = await readStrangers(work, centre, wish)
  if (strangers.place) return 'place-unknown'
  if (strangers.hosts) return 'host-unknown'
  if (strangers.kits) return 'kit-unknown'
  return strangers.vehicle ? 'vehicle-unknown' : null
}

/** A host, a kit or a vehicle in two places: the database refuses it, and this says so in a word. */
export const isClash = (error: unknown) => (error as { code?: string } | null)?.code === '23P01'

/** Plans a stop of the actor's centre, and has those who wait for the team in that town told a week before. */
export async function planStop(
  work: Work<'network' | 'access'>,
  command: PlanStop,
): Promise<Result<{ stop: number }, StopRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'place-unknown' })
  const no = windowRefusal(command, work.now) ?? (await strangerAmong(work, centre, command))
  if (no) return refuse({ refusal: no })
  try {
    const stop = await insertStop(work, { ...command, centre, roundId: null })
    if (stop === null) return refuse({ refusal: 'already-there' })
    tellOfStop(work, { centre, stop })
    await record(work, 'stop.plan', `stop:${stop}`)
    return done({ stop })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
