import type { Work } from '#platform/work/index.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readBookingsOfMaker } from './db/bookings.ts'
import { deleteMaker } from './db/makers.ts'
import type { Maker } from './domain/vocabulary.ts'

/** Erases somebody who asks for it: her hours go first to whoever waits for them. */
export async function eraseMaker(
  work: Work<'fablab' | 'people' | 'network' | 'access'>,
  maker: Pick<Maker, 'id'>,
): Promise<void> {
  // What is over or cancelled is refused, and goes with her all the same.
  for (const { id } of await readBookingsOfMaker(work, maker.id))
    await cancelBooking(work, { bookingId: id, by: 'maker' })
  await deleteMaker(work, maker.id)
}
