import type { Work } from '#platform/work/index.ts'
import { readPlannedStops } from './db/stop.ts'
import { insertTellings, readTellings } from './db/subscription.ts'
import { tellingAt } from './domain/telling.ts'

type Schemas = 'network' | 'access'
interface Which {
  centre: number
  stop: number
}

/** Has those who wait in the town of a stop told of it, when the time comes. Once more for the same stop: the last one counts. */
export const tellOfStop = (work: Work<Schemas>, { centre, stop }: Which, runAt?: Temporal.Instant): void =>
  work.enqueue('network.tell-stop', { centre, stop }, { key: `tell-stop:${stop}`, ...(runAt && { runAt }) })

/** Has those who were told of a stop told that it moved or was cancelled. */
export const tellOfChange = (work: Work<Schemas>, { centre, stop }: Which): void =>
  work.enqueue('network.tell-change', { centre, stop }, { key: `tell-change:${stop}` })

/** Tells whoever waits in the town of a stop and was not told of it yet; comes back later when it is too early. */
export async function tellStop(work: Work<Schemas>, { centre, stop: id }: Which): Promise<{ told: number }> {
  const [stop] = await readPlannedStops(work, { centre, id })
  if (stop?.status !== 'planned' || stop.place.inseeCode === null) return { told: 0 }
  const at = tellingAt(stop.start, work.now)
  if (!at) return { told: 0 }
  if (Temporal.Instant.compare(at, work.now) > 0) {
    tellOfStop(work, { centre, stop: id }, at)
    return { told: 0 }
  }
  const told = await insertTellings(work, { centre, stop: id, inseeCode: stop.place.inseeCode })
  deliver(work, told, stop.revision)
  return { told: told.length }
}

/** Tells those who were told of a stop what became of it. */
export async function tellChange(
  work: Work<Schemas>,
  { centre, stop: id }: Which,
): Promise<{ told: number }> {
  const [stop] = await readPlannedStops(work, { centre, id })
  if (!stop || Temporal.Instant.compare(stop.end.toInstant(), work.now) <= 0) return { told: 0 }
  const told = await readTellings(work, id)
  deliver(work, told, stop.revision)
  return { told: told.length }
}

const deliver = (
  work: Work<Schemas>,
  tellings: readonly { id: number; centre: number }[],
  version: number,
): void => {
  for (const { id, centre } of tellings)
    work.enqueue('messaging.deliver', { centre, kind: 'network.stop', ref: id, version })
}
