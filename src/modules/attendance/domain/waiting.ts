/** Minutes before the start in which no seat is offered by message any more (the waiting-list rule). */
const lastMinutes = 60

/** Why somebody still waits, for whoever asks at the door. */
export type WhyWaiting = 'no-seat' | 'party-larger' | 'last-hour' | 'soon'

export function whyWaiting(
  party: number,
  seatsLeft: number,
  start: Temporal.Instant,
  now: Temporal.Instant,
): WhyWaiting {
  if (seatsLeft <= 0) return 'no-seat'
  if (party > seatsLeft) return 'party-larger'
  return Temporal.Instant.compare(start.subtract({ minutes: lastMinutes }), now) <= 0 ? 'last-hour' : 'soon'
}
