import type { Work } from '#platform/work/index.ts'
import type { Booking } from './domain/vocabulary.ts'

/** What makers are told of a booking. */
export const told = ['booked', 'waiting', 'given', 'moved', 'cancelled', 'reminder'] as const
export type Told = (typeof told)[number]

/** Queues a message about a booking; each revision is told once. */
export function tell(
  work: Work<'fablab'>,
  kind: Told,
  booking: Pick<Booking, 'id' | 'centre' | 'revision'>,
): void {
  work.enqueue('messaging.deliver', {
    centre: booking.centre,
    kind: `fablab.${kind}`,
    ref: booking.id,
    version: booking.revision,
  })
}

/** Queues what somebody is told whose hour an outage takes while she waits for it: once for each outage. */
export function tellStopped(
  work: Work<'fablab'>,
  booking: Pick<Booking, 'id' | 'centre'>,
  outage: number,
): void {
  work.enqueue('messaging.deliver', {
    centre: booking.centre,
    kind: 'fablab.stopped',
    ref: booking.id,
    version: outage,
  })
}
