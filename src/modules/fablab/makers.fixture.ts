import { sealContact } from '#modules/people/index.ts'
import type { TestHouse } from '#platform/testing/house.ts'
import type { Actor, Work } from '#platform/work/index.ts'
import { becomeMaker } from './become-maker.ts'
import { type Booked, bookMachine } from './book-machine.ts'
import { readBooking } from './db/bookings.ts'
import type { Booking, Maker } from './domain/vocabulary.ts'
import { newTicket } from './ticket.ts'

/** People of a lab, as tests have them come, book and wait. */
export function makersOf(at: TestHouse, centre: number) {
  const resident: Actor = { kind: 'resident', centre }
  const as = <T>(actor: Actor, what: (work: Work) => Promise<T>) => at.house.inWork(actor, what)
  let people = 0

  /** Somebody grown up, with a phone of her own. */
  const newMaker = async (name: string, language = 'fr'): Promise<Maker> => {
    const canonical = `+3363998${String(++people).padStart(4, '0')}`
    const became = await as(resident, (work) =>
      becomeMaker(work, {
        centre,
        name,
        contact: sealContact(at.house.seal, { kind: 'phone', canonical }),
        language,
        throughHelper: false,
        kind: 'person',
        birthYear: null,
        adultName: null,
        ticket: newTicket(at.house.seal),
      }),
    )
    if (!became.ok) throw new Error(became.refusal)
    return became.value.maker
  }
  const book = (
    maker: Maker,
    machineId: number,
    startsAt: string,
    more: Partial<Parameters<typeof bookMachine>[1]> = {},
  ) =>
    as(resident, (work) =>
      bookMachine(work, {
        machineId,
        maker,
        kind: 'make',
        startsAt: Temporal.Instant.from(startsAt),
        slots: 1,
        people: 1,
        source: 'web',
        ticket: newTicket(at.house.seal),
        orWait: false,
        ...more,
      }),
    )
  /** Waits for an hour that is taken. */
  const waits = async (...[maker, machine, startsAt, more]: Parameters<typeof book>): Promise<Booked> => {
    const result = await book(maker, machine, startsAt, { ...more, orWait: true })
    if (!result.ok || result.value.status !== 'waiting') throw new Error('she does not wait')
    return result.value
  }
  const statusOf = async ({ id }: Pick<Booking, 'id'>) =>
    (await as(resident, (work) => readBooking(work, id)))?.status
  return { as, resident, newMaker, book, waits, statusOf }
}
