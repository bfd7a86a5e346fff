import type { Work } from '#platform/work/index.ts'
import { readBookingsOfMaker } from './db/bookings.ts'
import { readHouseRules, readMachines } from './db/machines.ts'
import { readAuthorisations } from './db/makers.ts'
import { endOf, type Standing, standingOf } from './domain/authorisation.ts'
import { hoursUsed, pausedUntil } from './domain/may-book.ts'
import type { Authorisation, Booking, HouseRules, Induction, Machine, Maker } from './domain/vocabulary.ts'

/** One induction of a machine, as far as one person is concerned. */
export interface OwnInduction {
  induction: Induction
  standing: Standing
  /** When it ends, or ended; null: never, or never had. */
  end: Temporal.Instant | null
}

/** A machine of her lab, and what she may do with it. */
export interface OwnMachine {
  machine: Machine
  inductions: OwnInduction[]
  /** Every induction it asks for is held now. */
  ready: boolean
  /** Minutes of this week already held on machines of this kind. */
  weekMinutes: number
}

/** All that her page shows of somebody who uses machines. */
export interface OwnPage {
  maker: Maker
  machines: OwnMachine[]
  coming: Booking[]
  past: Booking[]
  rules: HouseRules
  pausedUntil: Temporal.Instant | null
}

export async function readOwnPage(
  work: Work<'fablab' | 'people' | 'network'>,
  maker: Maker,
): Promise<OwnPage> {
  const machines = await readMachines(work, { centre: maker.centre })
  const held = await readAuthorisations(work, [maker.id])
  const bookings = await readBookingsOfMaker(work, maker.id)
  const rules = await readHouseRules(work, maker.centre)
  const kept = bookings.filter(({ status }) => status !== 'cancelled')
  const isPast = ({ endsAt }: Booking) => Temporal.Instant.compare(endsAt, work.now) <= 0
  const kindOf = new Map(machines.map(({ id, kind }) => [id, kind]))
  return {
    maker,
    machines: machines.map((machine) => {
      const inductions = machine.inductions.map((induction) => ownInduction(induction, held, work.now))
      const ofItsKind = kept.filter(
        (booking) => booking.status === 'booked' && kindOf.get(booking.machine) === machine.kind,
      )
      return {
        machine,
        inductions,
        ready: inductions.every(({ standing }) => standing === 'held' || standing === 'soon'),
        weekMinutes: hoursUsed(ofItsKind, work.now, machine.place.timeZone).week,
      }
    }),
    coming: kept.filter((booking) => !isPast(booking)),
    past: kept.filter(isPast).toReversed(),
    rules,
    pausedUntil: pausedUntil(
      kept.filter(({ came }) => came === 'absent').map(({ startsAt }) => startsAt),
      rules,
      work.now,
    ),
  }
}

function ownInduction(
  induction: Induction,
  held: readonly Authorisation[],
  now: Temporal.Instant,
): OwnInduction {
  const own = held.find((one) => one.induction === induction.id)
  return { induction, standing: standingOf(own, now), end: own?.withdrawnAt ?? (own ? endOf(own) : null) }
}
