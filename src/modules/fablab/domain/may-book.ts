import { lacking } from './authorisation.ts'
import type { Authorisation, BookingKind, HouseRules, Machine, Maker, Opening } from './vocabulary.ts'

/** Why a machine cannot be booked; the names of the guard `fablab.guard_booking`, which has the last word. */
export const bookingRefusals = [
  'machine-in-service',
  'inside-an-opening',
  'whole-slots',
  'not-too-far-ahead',
  'groups-come-as-groups',
  'authorised-for-the-machine',
  'old-enough',
  'somebody-supervises',
  'minutes-a-day',
  'minutes-a-week',
  'bookings-ahead',
  'a-pause-after-absences',
] as const
export type BookingRefusal = (typeof bookingRefusals)[number]

/** Another booking of the same maker, on a machine of the same kind. */
export interface Other {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

export interface BookingFacts {
  machine: Pick<
    Machine,
    | 'status'
    | 'outages'
    | 'slotMinutes'
    | 'dayMinutes'
    | 'weekMinutes'
    | 'minAge'
    | 'supervision'
    | 'inductions'
  > & { place: { timeZone: string } }
  rules: HouseRules
  /** The opening of the lab, for bookings, that holds the whole time; null: none. */
  opening: Pick<Opening, 'startsAt' | 'supervisor'> | null
  maker: Pick<Maker, 'kind' | 'birthYear'>
  authorisations: readonly Authorisation[]
  /** What the maker holds on machines of this kind. */
  others: readonly Other[]
  /** When the maker was awaited and did not come, of all machines. */
  absences: readonly Temporal.Instant[]
  kind: BookingKind
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  now: Temporal.Instant
}

const { compare } = Temporal.Instant
const minutesOf = ({ startsAt, endsAt }: Other) => startsAt.until(endsAt).total('minutes')
const daysBefore = (now: Temporal.Instant, days: number) => now.subtract({ hours: 24 * days })

/** Younger than this person surely is: the year of birth only is known. Adults are of every age. */
export const ageAt = (birthYear: number | null, startsAt: Temporal.Instant, timeZone: string): number =>
  birthYear === null ? 99 : startsAt.toZonedDateTimeISO(timeZone).year - birthYear - 1

/** Whether somebody of the lab must be there for this person at this machine. */
export const needsSupervisor = (
  { kind, machine, rules }: Pick<BookingFacts, 'kind' | 'machine' | 'rules'>,
  age: number,
): boolean =>
  kind !== 'make' ||
  machine.supervision === 'always' ||
  age < rules.supervisedUnder ||
  (machine.supervision === 'young' && age < 18)

/** The first reason why this booking cannot be; null: nothing is against it but somebody else's booking. */
export function mayBook(facts: BookingFacts): BookingRefusal | null {
  const { machine, maker, opening, rules, kind, startsAt, endsAt, now } = facts
  const age = ageAt(maker.birthYear, startsAt, machine.place.timeZone)
  if (machine.status !== 'in-service' || machine.outages.some((outage) => meets(outage, facts)))
    return 'machine-in-service'
  if (!opening) return 'inside-an-opening'
  if (!isWhole(opening.startsAt, facts)) return 'whole-slots'
  if (compare(startsAt, now.add({ hours: 24 * rules.daysAhead })) > 0) return 'not-too-far-ahead'
  if ((kind === 'group') !== (maker.kind === 'group')) return 'groups-come-as-groups'
  if (kind === 'make' && lacking(machine.inductions, facts.authorisations, startsAt).length > 0)
    return 'authorised-for-the-machine'
  if (age < machine.minAge) return 'old-enough'
  if (!opening.supervisor && needsSupervisor(facts, age)) return 'somebody-supervises'
  return kind === 'group' ? null : fairShare(facts, minutesOf({ startsAt, endsAt }))
}

/** Hours a day and a week, bookings ahead, and the pause after two absences: so that everybody gets a turn. */
function fairShare(facts: BookingFacts, minutes: number): BookingRefusal | null {
  const { machine, others, rules, now, kind, startsAt } = facts
  const used = hoursUsed(others, startsAt, machine.place.timeZone)
  if (used.day + minutes > machine.dayMinutes) return 'minutes-a-day'
  if (used.week + minutes > machine.weekMinutes) return 'minutes-a-week'
  const ahead = others.filter(({ endsAt }) => compare(endsAt, now) > 0).length
  if (ahead >= (kind === 'induction' ? 1 : rules.bookingsAhead)) return 'bookings-ahead'
  return pausedUntil(facts.absences, rules, now) === null ? null : 'a-pause-after-absences'
}

/** Minutes held on the day and in the week (Monday first) of a moment, in the place's time. */
export function hoursUsed(
  others: readonly Other[],
  at: Temporal.Instant,
  timeZone: string,
): { day: number; week: number } {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate()
  const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
  const day = dayOf(at)
  const sum = (kept: readonly Other[]) => kept.reduce((total, other) => total + minutesOf(other), 0)
  return {
    day: sum(others.filter(({ startsAt }) => dayOf(startsAt).equals(day))),
    week: sum(others.filter(({ startsAt }) => mondayOf(dayOf(startsAt)).equals(mondayOf(day)))),
  }
}

/** Until when somebody who was awaited too often waits; null: no pause. */
export function pausedUntil(
  absences: readonly Temporal.Instant[],
  rules: Pick<HouseRules, 'absencesAllowed' | 'absenceDays' | 'pauseDays'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const recent = absences.filter((at) => compare(at, daysBefore(now, rules.absenceDays)) > 0).sort(compare)
  const last = recent.at(-1)
  if (recent.length < rules.absencesAllowed || !last) return null
  const end = last.add({ hours: 24 * rules.pauseDays })
  return compare(end, now) > 0 ? end : null
}

const meets = (outage: { from: Temporal.Instant; until: Temporal.Instant | null }, wish: Other) =>
  compare(outage.from, wish.endsAt) < 0 && (outage.until === null || compare(wish.startsAt, outage.until) < 0)

/** The slots of an opening begin with it and have one length: a booking is one or several of them. */
const isWhole = (opensAt: Temporal.Instant, { startsAt, endsAt, machine }: BookingFacts) =>
  opensAt.until(startsAt).total('minutes') % machine.slotMinutes === 0 &&
  minutesOf({ startsAt, endsAt }) % machine.slotMinutes === 0
