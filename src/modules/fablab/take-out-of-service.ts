import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readBookingsOfMachine } from './db/bookings.ts'
import { readMachine } from './db/machines.ts'
import { endOutages, insertOutage, lockMachine } from './db/outages.ts'
import { meets } from './domain/meets.ts'
import type { Booking, Machine, OutageCause } from './domain/vocabulary.ts'
import { giveSlotsOf } from './give-slots.ts'
import { findTwins, type ReHomed, reHome } from './re-home.ts'
import { tellStopped } from './tell.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

export interface Outage {
  machineId: number
  from: Temporal.Instant
  /** Null: nobody knows yet. */
  until: Temporal.Instant | null
  cause: OutageCause
}

export interface OutagePreview {
  machine: Machine
  /** Who would be moved, and who told that it cannot be. */
  homes: ReHomed[]
  /** Who waits for an hour that was still possible, and would be told that it is no longer. */
  waiting: Booking[]
}

/** Whom an outage reaches; nothing is written. Null: no such machine here. */
export async function previewOutage(
  work: Work<Schemas>,
  { machineId, from, until }: Pick<Outage, 'machineId' | 'from' | 'until'>,
): Promise<OutagePreview | null> {
  const machine = await readMachine(work, machineId)
  if (!machine || !('centre' in work.actor) || machine.centre !== work.actor.centre) return null
  const bookings = (await readBookingsOfMachine(work, machine.id, from, until)).filter(
    ({ came }) => came === null,
  )
  const waiting = (await readBookingsOfMachine(work, machine.id, from, until, 'waiting')).filter(
    (booking) =>
      Temporal.Instant.compare(booking.startsAt, work.now) > 0 &&
      // Whoever was told of another outage learns nothing from this one.
      !machine.outages.some((outage) => meets(booking, outage.from, outage.until)),
  )
  return { machine, homes: await findTwins(work, machine, bookings), waiting }
}

/**
 * A machine is out of service, now or later: its bookings go to a free twin or are cancelled, everybody is told, and none
 * is written meanwhile. Who waits for one of its hours keeps her rank, and is told once that it will not be.
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
  for (const booking of seen.waiting) tellStopped(work, booking, id)
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
  await giveSlotsOf(work, machineId)
  await record(work, 'fablab.in-service', `machine:${machineId}`)
  return done({ ended })
}
