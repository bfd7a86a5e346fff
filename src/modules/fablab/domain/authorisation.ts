import type { Authorisation, Induction } from './vocabulary.ts'

export type Standing = 'held' | 'soon' | 'expired' | 'lapsed' | 'withdrawn' | 'none'

/** Days before the end from which one is told to renew. */
const soonDays = 30

/** The last moment an authorisation holds, whichever of its two clocks stops first; null: for ever. */
export function endOf({
  grantedAt,
  expiresAt,
  unusedMonths,
  lastUsedAt,
}: Pick<Authorisation, 'grantedAt' | 'expiresAt' | 'unusedMonths' | 'lastUsedAt'>): Temporal.Instant | null {
  const lapsesAt = unusedMonths === null ? null : addMonths(latest(grantedAt, lastUsedAt), unusedMonths)
  if (expiresAt === null || lapsesAt === null) return expiresAt ?? lapsesAt
  return Temporal.Instant.compare(expiresAt, lapsesAt) < 0 ? expiresAt : lapsesAt
}

/** What an authorisation is worth at a moment; the same rule as `fablab.is_authorised`. */
export function standingOf(held: Authorisation | undefined, at: Temporal.Instant): Standing {
  if (!held) return 'none'
  if (held.withdrawnAt !== null) return 'withdrawn'
  if (held.expiresAt !== null && Temporal.Instant.compare(held.expiresAt, at) <= 0) return 'expired'
  const end = endOf(held)
  if (end === null) return 'held'
  if (Temporal.Instant.compare(end, at) <= 0) return 'lapsed'
  return Temporal.Instant.compare(end, at.add({ hours: 24 * soonDays })) <= 0 ? 'soon' : 'held'
}

/** The inductions still to be had before a machine may be used at a moment. */
export const lacking = (
  asked: readonly Induction[],
  held: readonly Authorisation[],
  at: Temporal.Instant,
): Induction[] =>
  asked.filter(({ id }) => {
    const standing = standingOf(
      held.find(({ induction }) => induction === id),
      at,
    )
    return standing !== 'held' && standing !== 'soon'
  })

/** Months later by the calendar, in universal time, as PostgreSQL adds them. */
export const addMonths = (instant: Temporal.Instant, months: number): Temporal.Instant =>
  instant.toZonedDateTimeISO('UTC').add({ months }).toInstant()

const latest = (a: Temporal.Instant, b: Temporal.Instant | null) =>
  b !== null && Temporal.Instant.compare(b, a) > 0 ? b : a
