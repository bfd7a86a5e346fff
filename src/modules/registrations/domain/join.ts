/** Largest party one registration brings. */
export const largestParty = 6

/** Open registrations one phone or e-mail may hold at a time: a family and its season, not a machine. */
export const openRegistrationsPerContact = 12

export type JoinRefusal =
  | 'session-unknown'
  | 'session-cancelled'
  | 'session-started'
  | 'session-full'
  | 'party-too-large'
  | 'too-many-open'

/** What must be known to say yes or no before anything is written. */
export interface JoinFacts {
  status: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  capacity: number
  openOfContact: number
}

/**
 * Whether a party may join, seats apart: those are claimed by the database itself. At the door (`atTheDoor`) a person
 * may still join while the session runs.
 */
export function mayJoin(
  facts: JoinFacts,
  party: number,
  now: Temporal.Instant,
  atTheDoor: boolean,
): JoinRefusal | null {
  if (facts.status === 'draft') return 'session-unknown'
  if (facts.status === 'cancelled') return 'session-cancelled'
  const closes = atTheDoor ? facts.endsAt : facts.startsAt
  if (Temporal.Instant.compare(closes, now) <= 0) return 'session-started'
  if (party > Math.min(facts.capacity, largestParty)) return 'party-too-large'
  if (facts.openOfContact >= openRegistrationsPerContact) return 'too-many-open'
  return null
}
