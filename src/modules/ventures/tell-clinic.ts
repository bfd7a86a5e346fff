import type { Work } from '#platform/work/index.ts'
import type { ClinicBooking } from './domain/clinic.ts'

/** What somebody who sees an expert is told. */
export const clinicMessages = ['booked', 'waiting', 'free', 'again', 'called-off', 'reminder'] as const
export type ClinicMessage = (typeof clinicMessages)[number]

const [minute, day] = [60_000, 86_400_000]

/**
 * Queues a message about a booking. The version is the minute it is told of, or its slot: two of a kind about the same
 * moment are one. What a stranger may cause by typing a phone leaves once a day.
 */
export function tellClinic(
  work: Work<'ventures'>,
  kind: ClinicMessage,
  booking: Pick<ClinicBooking, 'id' | 'centre' | 'startsAt'>,
  runAt?: Temporal.Instant,
): void {
  const about = kind === 'reminder' && booking.startsAt ? booking.startsAt : work.now
  work.enqueue(
    'messaging.deliver',
    {
      centre: booking.centre,
      kind: `ventures.clinic-${kind}`,
      ref: booking.id,
      version: Math.floor(about.epochMilliseconds / (kind === 'again' ? day : minute)),
    },
    runAt && { runAt },
  )
}
