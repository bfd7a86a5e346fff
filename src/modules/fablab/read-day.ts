import type { Work } from '#platform/work/index.ts'
import { readBookingsOfCentre } from './db/bookings.ts'
import { readMakersOf } from './db/makers.ts'
import type { Booking, Maker } from './domain/vocabulary.ts'

/** What is booked or waited for in a centre in a window, with who comes; for the team of that centre. */
export async function readDay(
  work: Work<'fablab' | 'people'>,
  window: { centre: number; from: Temporal.Instant; to: Temporal.Instant },
): Promise<(Booking & { by: Maker })[]> {
  const bookings = await readBookingsOfCentre(work, window)
  const makers = await readMakersOf(
    work,
    bookings.map(({ maker }) => maker),
  )
  return bookings.flatMap((booking) => {
    const by = makers.get(booking.maker)
    return by ? [{ ...booking, by }] : []
  })
}
