import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { BookingFacts, Other } from '../domain/may-book.ts'
import type { Booking, Machine, Opening } from '../domain/vocabulary.ts'
import type { Ticket } from '../ticket.ts'

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

/** What decides of a booking besides the machine and the maker: the opening, what she holds, when she was missed. */
export async function readBookingFacts(
  work: Work<'fablab' | 'access'>,
  wish: {
    machine: Machine
    maker: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    status: 'booked' | 'waiting'
    /** A booking being moved or confirmed does not stand in its own way. */
    not?: number
  },
): Promise<Pick<BookingFacts, 'opening' | 'others' | 'absences'>> {
  const { rows } = await sql<{
    opening: { startsAt: string; supervisor: number | null } | null
    others: { startsAt: string; endsAt: string }[]
    absences: string[]
  }>`
    select
      (select json_build_object('startsAt', o.starts_at, 'supervisor', o.supervisor_id) from fablab.openings o
        where o.space_id = ${wish.machine.space.id} and o.kind = 'bookable' and o.starts_at <= ${wish.startsAt} and o.ends_at >= ${wish.endsAt}) as opening,
      coalesce((select json_agg(json_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at)) from fablab.bookings b
        join fablab.machines m on m.id = b.machine_id and m.kind = ${wish.machine.kind}
        where b.maker_id = ${wish.maker} and b.id <> ${wish.not ?? 0}
          and (b.status = 'booked' or (b.status = 'waiting' and ${wish.status} = 'waiting'))), '[]') as others,
      coalesce((select json_agg(b.starts_at) from fablab.bookings b
        where b.maker_id = ${wish.maker} and b.came = 'absent' and b.status = 'booked'), '[]') as absences`.execute(
    work.tx,
  )
  const row = rows[0]
  const opening: Pick<Opening, 'startsAt' | 'supervisor'> | null = row?.opening
    ? {
        startsAt: Temporal.Instant.from(row.opening.startsAt),
        supervisor: row.opening.supervisor === null ? null : { id: row.opening.supervisor, name: '' },
      }
    : null
  const others: Other[] = (row?.others ?? []).map((other) => ({
    startsAt: Temporal.Instant.from(other.startsAt),
    endsAt: Temporal.Instant.from(other.endsAt),
  }))
  return { opening, others, absences: (row?.absences ?? []).map((at) => Temporal.Instant.from(at)) }
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

export interface NewBooking {
  centre: number
  machine: number
  maker: number
  kind: Booking['kind']
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  people: number
  status: 'booked' | 'waiting'
  source: 'web' | 'api' | 'lab'
  ticket: Ticket
}

/** Writes a booking: the guard, the exclusion of the machine and of the person have the last word (see `refusalOf`). */
export async function insertBooking(work: Work<'fablab'>, booking: NewBooking): Promise<number> {
  const { id } = await work.tx
    .insertInto('fablab.bookings')
    .values({
      centre_id: booking.centre,
      machine_id: booking.machine,
      maker_id: booking.maker,
      kind: booking.kind,
      starts_at: booking.startsAt,
      ends_at: booking.endsAt,
      people: booking.people,
      status: booking.status,
      source: booking.source,
      token_hash: booking.ticket.hash,
      token_sealed: booking.ticket.sealed,
      booked_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a booking; the trigger frees the machine in the same breath. */
export async function writeCancelled(
  work: Work<'fablab'>,
  id: number,
  by: NonNullable<Booking['cancelledBy']>,
): Promise<void> {
  await work.tx
    .updateTable('fablab.bookings')
    .set((eb) => ({
      status: 'cancelled',
      cancelled_at: work.now,
      cancelled_by: by,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** A waiting booking becomes one; a booked one goes to a twin machine. */
export async function writeBooked(
  work: Work<'fablab'>,
  id: number,
  to: { machine: number; movedFrom: number | null },
): Promise<void> {
  await work.tx
    .updateTable('fablab.bookings')
    .set((eb) => ({
      status: 'booked',
      machine_id: to.machine,
      moved_from_machine_id: to.movedFrom,
      booked_at: work.now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Notes who came; the last use of what she was shown moves with it. */
export async function writeCame(work: Work<'fablab'>, id: number, came: Booking['came']): Promise<void> {
  await work.tx
    .updateTable('fablab.bookings')
    .set({
      came,
      marked_by: work.actor.kind === 'member' ? work.actor.member : null,
      marked_at: work.now,
    })
    .where('id', '=', id)
    .execute()
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
