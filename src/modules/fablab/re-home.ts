import type { Work } from '#platform/work/index.ts'
import { writeCancelled, writeMoved } from './db/booking-write.ts'
import { readBooking } from './db/bookings.ts'
import { readHeld } from './db/hours.ts'
import { readMachines } from './db/machines.ts'
import { meets } from './domain/meets.ts'
import type { Booking, Machine } from './domain/vocabulary.ts'
import { tell } from './tell.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

/** What becomes of a booking whose machine is not to be had: the free twin it goes to, or none. */
export interface ReHomed {
  booking: Booking
  to: Machine | null
}

/**
 * Where each booking could go: a machine of the same kind in the same room, in service and free all that time, that asks
 * for nothing more than the one it leaves. Nothing is written: this is also the preview.
 */
export async function findTwins(
  work: Work<Schemas>,
  machine: Machine,
  bookings: readonly Booking[],
): Promise<ReHomed[]> {
  const asked = new Set(machine.inductions.map(({ id }) => id))
  const twins = (await readMachines(work, { centre: machine.centre })).filter(
    (twin) =>
      twin.id !== machine.id &&
      twin.kind === machine.kind &&
      twin.space.id === machine.space.id &&
      twin.slotMinutes === machine.slotMinutes &&
      twin.supervision === machine.supervision &&
      twin.minAge <= machine.minAge &&
      twin.inductions.every(({ id }) => asked.has(id)),
  )
  const promised: { machine: number; booking: Booking }[] = []
  const homes: ReHomed[] = []
  for (const booking of bookings) {
    let to: Machine | null = null
    for (const twin of twins) {
      const span = { from: booking.startsAt, to: booking.endsAt }
      const isFree =
        (await readHeld(work, [twin.id], span)).length === 0 &&
        twin.outages.every(({ from, until }) => !meets(booking, from, until)) &&
        promised.every(
          (other) =>
            other.machine !== twin.id || !meets(booking, other.booking.startsAt, other.booking.endsAt),
        )
      if (!isFree) continue
      to = twin
      promised.push({ machine: twin.id, booking })
      break
    }
    homes.push({ booking, to })
  }
  return homes
}

/** Moves each booking to its twin, or cancels it, and tells its maker. */
export async function reHome(
  work: Work<Schemas>,
  homes: readonly ReHomed[],
  cause: 'outage' | 'opening',
): Promise<void> {
  for (const { booking, to } of homes) {
    if (to) await writeMoved(work, booking.id, { machine: to.id, movedFrom: booking.machine })
    else await writeCancelled(work, booking.id, cause)
    const changed = await readBooking(work, booking.id)
    if (changed) tell(work, to ? 'moved' : 'cancelled', changed)
  }
}
