import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeLastUse } from './db/authorisations.ts'
import { writeCame } from './db/booking-write.ts'
import { lockBooking } from './db/bookings.ts'

/**
 * Notes who came to a booked machine, or takes the mark back with `null`. Coming is a use of what one was shown; not
 * coming counts towards a pause. Nobody is marked before it begins.
 */
export async function markCame(
  work: Work<'fablab'>,
  { bookingId, came }: { bookingId: number; came: 'present' | 'absent' | null },
): Promise<Result<{ id: number }, { refusal: 'booking-unknown' | 'not-begun' }>> {
  const booking = await lockBooking(work, bookingId)
  if (booking?.status !== 'booked') return refuse({ refusal: 'booking-unknown' })
  // People are early: half an hour before is time.
  if (came !== null && Temporal.Instant.compare(booking.startsAt.subtract({ minutes: 30 }), work.now) > 0)
    return refuse({ refusal: 'not-begun' })
  await writeCame(work, booking.id, came)
  await writeLastUse(work, booking.maker)
  return done({ id: booking.id })
}
