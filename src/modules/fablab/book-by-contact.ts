import type { SealedContact } from '#modules/people/index.ts'
import { type Result, refuse, type Work } from '#platform/work/index.ts'
import { type BecomeMakerRefusal, becomeMaker } from './become-maker.ts'
import { type Booked, type BookMachineRefusal, bookMachine } from './book-machine.ts'
import { readBookingFacts } from './db/booking-facts.ts'
import { readBooking } from './db/bookings.ts'
import { readHouseRules, readMachine } from './db/machines.ts'
import { mayBook } from './domain/may-book.ts'
import type { Ticket } from './ticket.ts'

export interface ByContact {
  machineId: number
  kind: 'make' | 'induction'
  startsAt: Temporal.Instant
  slots: number
  orWait: boolean
  source: 'web' | 'api'
  /** Already cleaned. */
  name: string
  contact: SealedContact
  language: string
  birthYear: number | null
  adultName: string | null
  tickets: { maker: Ticket; booking: Ticket }
}

/** What is said to anybody; `ask-your-link`: what stands in the way is told to its owner only. */
const saidToAll = ['machine-unknown', 'begun', 'slot-taken', 'room-in-use'] as const
type SaidToAll = (typeof saidToAll)[number]
export type ByContactRefusal = BookMachineRefusal | BecomeMakerRefusal | 'ask-your-link'

/**
 * Books for somebody who typed a name and a contact. What would be refused to a stranger of that age is said; what is
 * refused because of what that person did before is not: a phone is easily typed by somebody else.
 */
export async function bookByContact(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  command: ByContact,
): Promise<Result<Booked, { refusal: ByContactRefusal }>> {
  const machine = await readMachine(work, command.machineId)
  if (!machine) return refuse({ refusal: 'machine-unknown' })
  if (Temporal.Instant.compare(command.startsAt, work.now) <= 0) return refuse({ refusal: 'begun' })
  // Whoever was shown this machine has a link; nobody proves it by typing a number.
  if (command.kind === 'make' && machine.inductions.length > 0) return refuse({ refusal: 'ask-your-link' })
  const wish = {
    startsAt: command.startsAt,
    endsAt: command.startsAt.add({ minutes: machine.slotMinutes * command.slots }),
  }
  const { opening } = await readBookingFacts(work, { machine, maker: 0, status: 'booked', ...wish })
  const refusal = mayBook({
    ...wish,
    machine,
    opening,
    rules: await readHouseRules(work, machine.centre),
    maker: { kind: 'person', birthYear: command.birthYear },
    authorisations: [],
    others: [],
    absences: [],
    kind: command.kind,
    now: work.now,
  })
  if (refusal) return refuse({ refusal })
  const became = await becomeMaker(work, {
    ...command,
    centre: machine.centre,
    throughHelper: false,
    kind: 'person',
    ticket: command.tickets.maker,
  })
  if (!became.ok) return became
  const booked = await bookMachine(work, {
    ...command,
    maker: became.value.maker,
    people: 1,
    ticket: command.tickets.booking,
  })
  if (booked.ok && booked.value.again && !(await isSentTwice(work, booked.value.id)))
    return refuse({ refusal: 'ask-your-link' })
  if (booked.ok || saidToAll.includes(booked.refusal as SaidToAll)) return booked
  return refuse({ refusal: 'ask-your-link' })
}

/** Minutes during which the same form sent again leads to the same booking. */
const twice = { minutes: 10 }

/** Later, whoever types a name, a phone and an hour may be anybody: her booking is not opened for that. */
async function isSentTwice(work: Work<'fablab'>, id: number): Promise<boolean> {
  const booking = await readBooking(work, id)
  return booking !== null && Temporal.Instant.compare(booking.bookedAt.add(twice), work.now) >= 0
}
