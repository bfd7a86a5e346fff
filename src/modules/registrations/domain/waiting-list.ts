/** A party that waits, in the order of the list. */
export interface WaitingParty {
  registration: number
  /** How many people would come together, 1 to 6. */
  party: number
}

/** When an offer leaves and when it ends; see {@link offerWindow}. */
export interface OfferWindow {
  /** When the message may be sent: now, or the next humane hour. */
  notifyAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/** What was decided for one waiting party, and why. */
export type OfferDecision =
  | { registration: number; decision: 'offered'; party: number; seatsFree: number; window: OfferWindow }
  /** Too few seats for this party: the next one that fits is asked. */
  | { registration: number; decision: 'skipped'; seatsFree: number }
  /** The session is too near for an offer to be answered: the seat goes to whoever comes first. */
  | { registration: number; decision: 'too-late'; seatsFree: number }

/** Messages leave between 8:00 and 20:00 at the place. */
export const humaneHours = { from: 8, to: 20 } as const

const hours = (n: number) => n * 3_600_000

/** The moment itself, or the next humane hour at the place: people are not woken for what can wait. */
export function humane(at: Temporal.Instant, zone: string): Temporal.Instant {
  const local = at.toZonedDateTimeISO(zone)
  if (local.hour >= humaneHours.from && local.hour < humaneHours.to) return at
  const day = local.hour < humaneHours.from ? local : local.add({ days: 1 })
  return day
    .with({ hour: humaneHours.from, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .toInstant()
}

/**
 * How long an offer lasts. It leaves at a humane hour and lasts 24 hours; nearer to the session, half of the time left
 * before the last hour, but never less than an hour while there is one. It never ends in the last hour before the
 * session, nor at night when it can wait for ten in the morning. No window: it is too late to offer anything.
 *
 * @returns null when nothing can be offered
 */
export function offerWindow(now: Temporal.Instant, start: Temporal.ZonedDateTime): OfferWindow | null {
  const zone = start.timeZoneId
  const last = start.toInstant().subtract({ hours: 1 })
  const notifyAt = humane(now, zone)
  const left = last.epochMilliseconds - notifyAt.epochMilliseconds
  if (left <= 0) return null
  const length = Math.min(hours(24), Math.max(left / 2, Math.min(left, hours(1))))
  let expiresAt = notifyAt.add({ milliseconds: Math.round(length) })
  const local = expiresAt.toZonedDateTimeISO(zone)
  if (local.hour >= humaneHours.to || local.hour < 10) {
    const day = local.hour < 10 ? local : local.add({ days: 1 })
    expiresAt = day
      .with({ hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
      .toInstant()
  }
  if (Temporal.Instant.compare(expiresAt, last) > 0) expiresAt = last
  return { notifyAt, expiresAt }
}

/**
 * Who is offered the seats that are free: the first of the list whose party fits, then the next one that fits in what
 * is left, until nobody does. Everybody passed over is told why.
 */
export function planOffers(
  queue: readonly WaitingParty[],
  free: number,
  now: Temporal.Instant,
  start: Temporal.ZonedDateTime,
): OfferDecision[] {
  if (free <= 0) return []
  const window = offerWindow(now, start)
  const decisions: OfferDecision[] = []
  let left = free
  for (const { registration, party } of queue) {
    if (left === 0) break
    if (party > left) decisions.push({ registration, decision: 'skipped', seatsFree: left })
    else if (!window) decisions.push({ registration, decision: 'too-late', seatsFree: left })
    else {
      decisions.push({ registration, decision: 'offered', party, seatsFree: left, window })
      left -= party
    }
  }
  return decisions
}
