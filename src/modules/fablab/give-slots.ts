import type { Work } from '#platform/work/index.ts'
import {
  readBooking,
  readBookingFacts,
  readBookingsOfMachine,
  readBookingsOfMaker,
  writeBooked,
} from './db/bookings.ts'
import { readHeld } from './db/hours.ts'
import { readHouseRules, readMachine } from './db/machines.ts'
import { readAuthorisations, readMaker } from './db/makers.ts'
import { mayBook } from './domain/may-book.ts'
import { scheduleReminder } from './remind.ts'
import { tell } from './tell.ts'

/** Nobody is given a slot that begins sooner than this: there would be no time to say so. */
const hoursToSay = 2

/**
 * Gives freed time of a machine to whoever waits for it, in the order they asked: the first whose whole time is free and
 * who may still use the machine. Who may not keeps waiting. They are told, and may cancel.
 */
export async function giveSlots(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  freed: { machine: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<void> {
  const machine = await readMachine(work, freed.machine)
  if (!machine) return
  const soonest = work.now.add({ hours: hoursToSay })
  const waiting = await readBookingsOfMachine(work, machine.id, freed.startsAt, freed.endsAt, 'waiting')
  for (const booking of waiting) {
    if (Temporal.Instant.compare(booking.startsAt, soonest) < 0) continue
    const wish = { startsAt: booking.startsAt, endsAt: booking.endsAt, status: 'booked' as const }
    if ((await readHeld(work, [machine.id], { from: wish.startsAt, to: wish.endsAt })).length > 0) continue
    const maker = await readMaker(work, booking.maker)
    if (!maker) continue
    const facts = await readBookingFacts(work, { machine, maker: maker.id, ...wish, not: booking.id })
    const refusal = mayBook({
      ...facts,
      ...wish,
      machine,
      maker,
      rules: await readHouseRules(work, machine.centre),
      authorisations: await readAuthorisations(work, [maker.id]),
      kind: booking.kind,
      now: work.now,
    })
    // A rule has changed since, or she is at another machine then: the next one in the queue is asked.
    const elsewhere = (await readBookingsOfMaker(work, maker.id)).filter(({ status }) => status === 'booked')
    if (refusal || elsewhere.some((other) => overlaps(other, wish))) continue
    await writeBooked(work, booking.id, { machine: machine.id, movedFrom: null })
    const given = await readBooking(work, booking.id)
    if (given) {
      tell(work, 'given', given)
      scheduleReminder(work, given)
    }
  }
}

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }
const overlaps = (a: Span, b: Span) =>
  Temporal.Instant.compare(a.startsAt, b.endsAt) < 0 && Temporal.Instant.compare(b.startsAt, a.endsAt) < 0
