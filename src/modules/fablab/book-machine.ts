import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readBookingFacts } from './db/booking-facts.ts'
import { insertBooking } from './db/booking-write.ts'
import { readBooking, readRank, readSameBooking } from './db/bookings.ts'
import { readHeld } from './db/hours.ts'
import { readHouseRules, readMachine } from './db/machines.ts'
import { readAuthorisations, touchMaker } from './db/makers.ts'
import { type Refused, refusedBy } from './db/refused.ts'
import { mayBook } from './domain/may-book.ts'
import type { Booking, BookingKind, Machine, Maker } from './domain/vocabulary.ts'
import { giveSlots } from './give-slots.ts'
import { scheduleReminder } from './remind.ts'
import { tell } from './tell.ts'
import type { Ticket } from './ticket.ts'

export interface BookMachine {
  machineId: number
  maker: Maker
  kind: BookingKind
  startsAt: Temporal.Instant
  /** How many slots of the machine, one after the other; 1 to 24. */
  slots: number
  /** Who comes: 1 for a person, 1 to 30 for a group. */
  people: number
  source: 'web' | 'api' | 'lab'
  ticket: Ticket
  /** When the slot is taken: wait for it, rather than be refused. */
  orWait: boolean
}

export interface Booked {
  id: number
  status: 'booked' | 'waiting'
  /** Place in the waiting list, 1 for the first; null when not waiting. */
  rank: number | null
  /** The same maker had booked the same slot: this is that booking. */
  again: boolean
  tokenSealed: Buffer
}

export type BookMachineRefusal = Refused | 'room-in-use' | 'machine-unknown' | 'begun' | 'too-many-people'
type Schemas = 'fablab' | 'people' | 'network' | 'access'

/**
 * Books a machine. The rules are looked at first, so that the first reason is said in words; the guard of the database
 * looks again as it is written. A taken slot is waited for, if one wishes, under the same rules.
 */
export async function bookMachine(
  work: Work<Schemas>,
  command: BookMachine,
): Promise<Result<Booked, { refusal: BookMachineRefusal }>> {
  const machine = await readMachine(work, command.machineId)
  if (!machine || machine.centre !== command.maker.centre) return refuse({ refusal: 'machine-unknown' })
  const same = await readSameBooking(work, command.maker.id, machine.id, command.startsAt)
  if (same) return done(await again(work, same))
  const endsAt = command.startsAt.add({ minutes: machine.slotMinutes * command.slots })
  if (Temporal.Instant.compare(command.startsAt, work.now) <= 0 && command.source !== 'lab')
    return refuse({ refusal: 'begun' })
  if (command.kind === 'group' ? command.people > 30 || command.people < 1 : command.people !== 1)
    return refuse({ refusal: 'too-many-people' })

  const wish = { startsAt: command.startsAt, endsAt }
  // Who waited for this hour comes before whoever passes by, even between the hour's coming free and the job that gives it.
  await giveSlots(work, { machine: machine.id, ...wish })
  const held = await readHeld(work, [machine.id], { from: wish.startsAt, to: wish.endsAt })
  const status = held.length > 0 && command.orWait ? 'waiting' : 'booked'
  const refusal = await refusalOf(work, machine, command, { ...wish, status })
  if (refusal) return refuse({ refusal })
  if (status === 'booked' && held.length > 0 && held.every(({ by }) => by === 'quiet'))
    return refuse({ refusal: 'room-in-use' })
  return write(work, machine, command, { ...wish, status })
}

async function refusalOf(
  work: Work<Schemas>,
  machine: Machine,
  { maker, kind }: BookMachine,
  wish: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; status: 'booked' | 'waiting' },
) {
  const facts = await readBookingFacts(work, { machine, maker: maker.id, ...wish })
  const rules = await readHouseRules(work, machine.centre)
  const authorisations = await readAuthorisations(work, [maker.id])
  return mayBook({ ...facts, ...wish, machine, maker, rules, authorisations, kind, now: work.now })
}

async function write(
  work: Work<Schemas>,
  machine: Machine,
  command: BookMachine,
  wish: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; status: 'booked' | 'waiting' },
): Promise<Result<Booked, { refusal: BookMachineRefusal }>> {
  const { maker, kind, people, source, ticket } = command
  try {
    const id = await insertBooking(work, {
      ...wish,
      centre: machine.centre,
      machine: machine.id,
      maker: maker.id,
      kind,
      people,
      source,
      ticket,
    })
    const booking = await readBooking(work, id)
    if (!booking) throw new Error('A booking just written is not there')
    await touchMaker(work, maker)
    tell(work, wish.status === 'booked' ? 'booked' : 'waiting', booking)
    if (wish.status === 'booked') scheduleReminder(work, booking)
    const rank = wish.status === 'waiting' ? await readRank(work, booking) : null
    return done({ id, status: wish.status, rank, again: false, tokenSealed: booking.tokenSealed })
  } catch (error) {
    return refuse({ refusal: refusedBy(error) })
  }
}

async function again(work: Work<Schemas>, same: Booking): Promise<Booked> {
  const waiting = same.status === 'waiting'
  return {
    id: same.id,
    status: waiting ? 'waiting' : 'booked',
    rank: waiting ? await readRank(work, same) : null,
    again: true,
    tokenSealed: same.tokenSealed,
  }
}
