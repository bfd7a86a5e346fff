import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readBookingsOfMachine } from './db/bookings.ts'
import { readMachine } from './db/machines.ts'
import { endOutages, insertOutage, lockMachine } from './db/outages.ts'
import type { Machine, OutageCause } from './domain/vocabulary.ts'
import { giveSlots } from './give-slots.ts'
import { findTwins, type ReHomed, reHome } from './re-home.ts'

/** Nobody waits for an hour farther away than this: a lab opens its bookings 180 days ahead at most. */
const farthest = { hours: 24 * 181 }

type Schemas = 'fablab' | 'people' | 'network' | 'access'

export interface Outage {
  machineId: number
  from: Temporal.Instant
  /** Null: nobody knows yet. */
  until: Temporal.Instant | null
  cause: OutageCause
}

/** Who would be moved, and who told that it cannot be; nothing is written. Null: no such machine here. */
export async function previewOutage(
  work: Work<Schemas>,
  { machineId, from, until }: Pick<Outage, 'machineId' | 'from' | 'until'>,
): Promise<{ machine: Machine; homes: ReHomed[] } | null> {
  const machine = await readMachine(work, machineId)
  if (!machine || !('centre' in work.actor) || machine.centre !== work.actor.centre) return null
  const bookings = (await readBookingsOfMachine(work, machine.id, from, until)).filter(
    ({ came }) => came === null,
  )
  return { machine, homes: await findTwins(work, machine, bookings) }
}

/**
 * A machine is out of service, now or later: its bookings go to a free twin or are cancelled, everybody is told, and none
 * is written meanwhile.
 */
export async function takeOutOfService(
  work: Work<Schemas>,
  outage: Outage,
): Promise<
  Result<{ outage: number; moved: number; cancelled: number }, { refusal: 'machine-unknown' | 'ends-before' }>
> {
  const { machineId, from, until, cause } = outage
  if (until !== null && Temporal.Instant.compare(until, from) <= 0) return refuse({ refusal: 'ends-before' })
  if (work.actor.kind !== 'member' || !(await lockMachine(work, machineId)))
    return refuse({ refusal: 'machine-unknown' })
  const seen = await previewOutage(work, outage)
  if (!seen) return refuse({ refusal: 'machine-unknown' })
  await reHome(work, seen.homes, 'outage')
  const id = await insertOutage(work, {
    centre: seen.machine.centre,
    machine: machineId,
    from,
    until,
    cause,
    member: work.actor.member,
  })
  await record(work, 'fablab.out-of-service', `machine:${machineId}`)
  const moved = seen.homes.filter(({ to }) => to !== null).length
  return done({ outage: id, moved, cancelled: seen.homes.length - moved })
}

/** The machine works again, from this moment; what was planned later is forgotten too. Its free hours go to who waits. */
export async function returnToService(
  work: Work<Schemas>,
  { machineId }: { machineId: number },
): Promise<Result<{ ended: number }, { refusal: 'machine-unknown' }>> {
  const machine = await readMachine(work, machineId)
  if (!machine || !('centre' in work.actor) || machine.centre !== work.actor.centre)
    return refuse({ refusal: 'machine-unknown' })
  const ended = await endOutages(work, machineId)
  await giveSlots(work, { machine: machineId, startsAt: work.now, endsAt: work.now.add(farthest) })
  await record(work, 'fablab.in-service', `machine:${machineId}`)
  return done({ ended })
}
