import type { Work } from '#platform/work/index.ts'
import { claimReminder } from './db/reminders.ts'
import type { Booking } from './domain/vocabulary.ts'
import { tell } from './tell.ts'

/** One is reminded the day before; of what is nearer, one has just been told. */
const hoursBefore = 24

/** Queues the reminder of a booking; one for each booking, the last one wins. */
export function scheduleReminder(work: Work<'fablab'>, booking: Booking): void {
  const runAt = booking.startsAt.subtract({ hours: hoursBefore })
  if (Temporal.Instant.compare(runAt, work.now) <= 0) return
  work.enqueue(
    'fablab.remind',
    { centre: booking.centre, booking: booking.id },
    { runAt, key: `fablab:remind:${booking.id}` },
  )
}

/** Reminds of a booking once; cancelled, begun or already reminded, it does nothing. */
export async function remind(work: Work<'fablab'>, booking: number): Promise<void> {
  const due = await claimReminder(work, booking)
  if (due) tell(work, 'reminder', due)
}
