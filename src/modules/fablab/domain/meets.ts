import type { Booking } from './vocabulary.ts'

/** Whether some of a booking's time lies between two moments; `until` null: and for ever after. */
export const meets = (
  { startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>,
  from: Temporal.Instant,
  until: Temporal.Instant | null,
): boolean =>
  Temporal.Instant.compare(from, endsAt) < 0 &&
  (until === null || Temporal.Instant.compare(startsAt, until) < 0)
