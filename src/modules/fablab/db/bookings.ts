import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Booking } from '../domain/vocabulary.ts'

const bookings = (work: Work<'fablab'>) =>
  work.tx
    .selectFrom('fablab.bookings')
    .select([
      'id',
      'centre_id as centre',
      'machine_id as machine',
      'maker_id as maker',
      'kind',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'people',
      'status',
      'came',
      'cancelled_by as cancelledBy',
      'moved_from_machine_id as movedFrom',
      'revision',
      'booked_at as bookedAt',
      'token_sealed as tokenSealed',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof bookings>['executeTakeFirstOrThrow']>>
const bookingOf = (row: Row): Booking => ({
  ...row,
  maker: Number(row.maker),
  kind: row.kind as Booking['kind'],
  status: row.status as Booking['status'],
  came: row.came as Booking['came'],
  cancelledBy: row.cancelledBy as Booking['cancelledBy'],
})

export async function readBooking(work: Work<'fablab'>, id: number): Promise<Booking | null> {
  const row = await bookings(work).where('id', '=', id).executeTakeFirst()
  return row ? bookingOf(row) : null
}

/** The booking, kept still until the end of the transaction. */
export async function lockBooking(work: Work<'fablab'>, id: number): Promise<Booking | null> {
  const row = await bookings(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? bookingOf(row) : null
}

export async function readBookingByLink(work: Work<'fablab'>, hash: Buffer): Promise<Booking | null> {
  const row = await bookings(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? bookingOf(row) : null
}

/** All that somebody booked, soonest first. */
export async function readBookingsOfMaker(work: Work<'fablab'>, maker: number): Promise<Booking[]> {
  const rows = await bookings(work).where('maker_id', '=', maker).orderBy('starts_at').orderBy('id').execute()
  return rows.map(bookingOf)
}

/** What is booked or waited for in a window in a centre: soonest first, then in the order it was asked. */
export async function readBookingsOfCentre(
  work: Work<'fablab'>,
  { centre, from, to }: { centre: number; from: Temporal.Instant; to: Temporal.Instant },
): Promise<Booking[]> {
  const rows = await bookings(work)
    .where('centre_id', '=', centre)
    .where('status', '<>', 'cancelled')
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .orderBy('starts_at')
    .orderBy('booked_at')
    .orderBy('id')
    .execute()
  return rows.map(bookingOf)
}

/** What a machine is booked for in a window, in order. */
export async function readBookingsOfMachine(
  work: Work<'fablab'>,
  machine: number,
  from: Temporal.Instant,
  to: Temporal.Instant | null,
  status: Booking['status'] = 'booked',
): Promise<Booking[]> {
  let query = bookings(work)
    .where('machine_id', '=', machine)
    .where('status', '=', status)
    .where('ends_at', '>', from)
  if (to) query = query.where('starts_at', '<', to)
  return (await query.orderBy('booked_at').orderBy('id').execute()).map(bookingOf)
}

/** The booking of this maker for this slot that is still open, if there is one. */
export async function readSameBooking(
  work: Work<'fablab'>,
  maker: number,
  machine: number,
  startsAt: Temporal.Instant,
): Promise<Booking | null> {
  const row = await bookings(work)
    .where('maker_id', '=', maker)
    .where('machine_id', '=', machine)
    .where('starts_at', '=', startsAt)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return row ? bookingOf(row) : null
}

/** The rank of a waiting booking among those that wait for some of its time, 1 for the first. */
export async function readRank(work: Work<'fablab'>, booking: Booking): Promise<number> {
  const { count } = await work.tx
    .selectFrom('fablab.bookings')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('machine_id', '=', booking.machine)
    .where('status', '=', 'waiting')
    .where('starts_at', '<', booking.endsAt)
    .where('ends_at', '>', booking.startsAt)
    .where(({ eb, or, and }) =>
      or([
        eb('booked_at', '<', booking.bookedAt),
        and([eb('booked_at', '=', booking.bookedAt), eb('id', '<', booking.id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count) + 1
}

/** The centre of the booking a link opens; null when it opens nobody's. */
export async function readCentreOfBooking(work: Work<'fablab'>, hash: Buffer): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select fablab.centre_of_booking(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}
