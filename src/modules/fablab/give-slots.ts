import type { Work } from '#platform/work/index.ts'
import { attempt } from './db/attempt.ts'
import { readBookingFacts } from './db/booking-facts.ts'
import { writeGiven } from './db/booking-write.ts'
import { readBooking, readBookingsOfMachine, readBookingsOfMaker } from './db/bookings.ts'
import { readHeld } from './db/hours.ts'
import { readHouseRules, readMachine } from './db/machines.ts'
import { readAuthorisations, readMaker } from './db/makers.ts'
import { mayBook } from './domain/may-book.ts'
import { meets } from './domain/meets.ts'
import type { Booking, Machine } from './domain/vocabulary.ts'
import { scheduleReminder } from './remind.ts'
import { tell } from './tell.ts'

type Schemas = 'fablab' | 'people' | 'network' | 'access'

/** Nobody is given a slot that begins sooner than this: there would be no time to say so. */
const hoursToSay = 2
/** Nobody waits for an hour farther away than this: a lab opens its bookings 180 days ahead at most. */
const farthest = { hours: 24 * 181 }

/** Gives every free hour of a machine to whoever waits for it; of what is held or given, it changes nothing. */
export const giveSlotsOf = (work: Work<Schemas>, machine: number): Promise<void> =>
  giveSlots(work, { machine, startsAt: work.now, endsAt: work.now.add(farthest) })

/**
 * Gives freed time of a machine to whoever waits for it, in the order they asked: the first whose whole time is free and
 * who may still use the machine. Who may not keeps waiting. They are told, and may cancel.
 */
export async function giveSlots(
  work: Work<Schemas>,
  freed: { machine: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<void> {
  const soonest = work.now.add({ hours: hoursToSay })
  const waiting = (
    await readBookingsOfMachine(work, freed.machine, freed.startsAt, freed.endsAt, 'waiting')
  ).filter(({ startsAt }) => Temporal.Instant.compare(startsAt, soonest) >= 0)
  const machine = waiting.length > 0 ? await readMachine(work, freed.machine) : null
  if (!machine) return
  for (const booking of waiting) {
    if (!(await mayHave(work, machine, booking))) continue
    // Somebody may take the hour, or give this one, at the same moment: the next in the queue is asked.
    const given = await attempt(work, () => writeGiven(work, booking.id))
    const now = given ? await readBooking(work, booking.id) : null
    if (!now) continue
    tell(work, 'given', now)
    scheduleReminder(work, now)
  }
}

/** Whether all the time she waits for is free, and she may still use the machine: no rule changed, and she is free too. */
async function mayHave(work: Work<Schemas>, machine: Machine, booking: Booking): Promise<boolean> {
  const wish = { startsAt: booking.startsAt, endsAt: booking.endsAt, status: 'booked' as const }
  if ((await readHeld(work, [machine.id], { from: wish.startsAt, to: wish.endsAt })).length > 0) return false
  const maker = await readMaker(work, booking.maker)
  if (!maker) return false
  const refusal = mayBook({
    ...(await readBookingFacts(work, { machine, maker: maker.id, ...wish, not: booking.id })),
    ...wish,
    machine,
    maker,
    rules: await readHouseRules(work, machine.centre),
    authorisations: await readAuthorisations(work, [maker.id]),
    kind: booking.kind,
    now: work.now,
  })
  if (refusal) return false
  const others = await readBookingsOfMaker(work, maker.id)
  return !others.some((other) => other.status === 'booked' && meets(other, wish.startsAt, wish.endsAt))
}
