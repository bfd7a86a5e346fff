import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeCancelled } from './db/booking-write.ts'
import { lockBooking, readBooking } from './db/bookings.ts'
import { giveSlots } from './give-slots.ts'
import { tell } from './tell.ts'

/** Cancels a booking, or leaves the waiting list; the time goes to whoever waits for it. Twice is once. */
export async function cancelBooking(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  { bookingId, by }: { bookingId: number; by: 'maker' | 'lab' },
): Promise<Result<{ id: number }, { refusal: 'booking-unknown' | 'booking-over' }>> {
  const booking = await lockBooking(work, bookingId)
  if (!booking) return refuse({ refusal: 'booking-unknown' })
  if (booking.status === 'cancelled') return done({ id: booking.id })
  if (booking.came !== null || Temporal.Instant.compare(booking.endsAt, work.now) <= 0)
    return refuse({ refusal: 'booking-over' })
  await writeCancelled(work, booking.id, by)
  const cancelled = await readBooking(work, booking.id)
  if (by === 'lab' && cancelled) tell(work, 'cancelled', cancelled)
  if (booking.status === 'booked') await giveSlots(work, booking)
  return done({ id: booking.id })
}
