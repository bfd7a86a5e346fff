import { type CourseDate, datesAhead, datesKept } from './course.ts'

/** Largest party one registration brings. */
export const largestParty = 6

/** Open registrations one phone or e-mail may hold at a time: a family and its season, not a machine. */
export const openRegistrationsPerContact = 12

export type JoinRefusal =
  | 'session-unknown'
  | 'session-cancelled'
  | 'session-started'
  | 'course-started'
  | 'session-full'
  | 'party-too-large'
  | 'too-many-open'

/** What must be known to say yes or no before anything is written. */
export interface JoinFacts {
  /** Of the date one asks for; of its course when that date is published. */
  status: string
  /** The dates of the course, or the session alone. */
  dates: readonly (CourseDate & { id: number; course: object | null })[]
  /** When the date one asks for ends. */
  endsAt: Temporal.Instant
  capacity: number
  openOfContact: number
}

/**
 * Whether a party may join, seats apart: those are claimed by the database itself. A course closes when its first date
 * begins; at the door (`atTheDoor`) a person may still join while a date runs, for that date and the next ones.
 */
export function mayJoin(
  facts: JoinFacts,
  party: number,
  now: Temporal.Instant,
  atTheDoor: boolean,
): JoinRefusal | null {
  if (facts.status === 'draft') return 'session-unknown'
  if (facts.status === 'cancelled') return 'session-cancelled'
  const kept = datesKept(facts.dates)
  if (
    atTheDoor ? Temporal.Instant.compare(facts.endsAt, now) <= 0 : datesAhead(kept, now).length < kept.length
  )
    return kept.length > 1 && !atTheDoor ? 'course-started' : 'session-started'
  if (party > Math.min(facts.capacity, largestParty)) return 'party-too-large'
  if (facts.openOfContact >= openRegistrationsPerContact) return 'too-many-open'
  return null
}
