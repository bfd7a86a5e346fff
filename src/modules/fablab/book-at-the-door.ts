import { cleanName, type SealedContact } from '#modules/people/index.ts'
import { type Result, refuse, type Work } from '#platform/work/index.ts'
import { type BecomeMakerRefusal, becomeMaker } from './become-maker.ts'
import { type Booked, type BookMachineRefusal, bookMachine } from './book-machine.ts'
import { readMaker } from './db/makers.ts'
import type { BookingKind } from './domain/vocabulary.ts'
import type { Ticket } from './ticket.ts'

export interface AtTheDoor {
  centre: number
  /** Somebody known; null: the name and the contact below. */
  makerId: number | null
  name: string
  contact: SealedContact | null
  language: string
  birthYear: number | null
  adultName: string
  kind: BookingKind
  people: number
  machineId: number
  startsAt: Temporal.Instant
  slots: number
  /** Two links: of the maker, of the booking. */
  tickets: { maker: Ticket; booking: Ticket }
}

/** Books for somebody who stands at the door, or for a group, under the very rules of the public page. */
export async function bookAtTheDoor(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  door: AtTheDoor,
): Promise<
  Result<Booked, { refusal: BookMachineRefusal | BecomeMakerRefusal | 'maker-unknown' | 'name-missing' }>
> {
  const maker = await makerOf(work, door)
  if (!maker.ok) return maker
  return bookMachine(work, {
    machineId: door.machineId,
    maker: maker.value.maker,
    kind: door.kind,
    startsAt: door.startsAt,
    slots: door.slots,
    people: door.kind === 'group' ? door.people : 1,
    source: 'lab',
    ticket: door.tickets.booking,
    orWait: false,
  })
}

async function makerOf(work: Work<'fablab' | 'people'>, door: AtTheDoor) {
  if (door.makerId !== null) {
    const maker = await readMaker(work, door.makerId)
    return maker ? ({ ok: true, value: { maker } } as const) : refuse({ refusal: 'maker-unknown' as const })
  }
  const name = cleanName(door.name)
  if (name === '') return refuse({ refusal: 'name-missing' as const })
  return becomeMaker(work, {
    centre: door.centre,
    name,
    contact: door.contact,
    language: door.language,
    throughHelper: false,
    kind: door.kind === 'group' ? 'group' : 'person',
    birthYear: door.birthYear,
    adultName: cleanName(door.adultName) || null,
    ticket: door.tickets.maker,
  })
}
