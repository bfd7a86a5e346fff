import type { Work } from '#platform/work/index.ts'

/** Claims the reminder of a booking that stands and has not begun; null: there is nothing to remind of. */
export async function claimReminder(
  work: Work<'fablab'>,
  booking: number,
): Promise<{ id: number; centre: number; revision: number } | null> {
  const row = await work.tx
    .updateTable('fablab.bookings')
    .set({ reminded_at: work.now })
    .where('id', '=', booking)
    .where('status', '=', 'booked')
    .where('reminded_at', 'is', null)
    .where('starts_at', '>', work.now)
    .returning(['id', 'centre_id as centre', 'revision'])
    .executeTakeFirst()
  return row ?? null
}
