import type { Work } from '#platform/work/index.ts'
import type { Booking } from '../domain/vocabulary.ts'
import type { Ticket } from '../ticket.ts'

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

/** A waiting booking becomes one. False: it waits no more, for somebody gave it or cancelled it meanwhile. */
export async function writeGiven(work: Work<'fablab'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('fablab.bookings')
    .set((eb) => ({ status: 'booked', booked_at: work.now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** A booking goes to a twin machine. */
export async function writeMoved(
  work: Work<'fablab'>,
  id: number,
  to: { machine: number; movedFrom: number },
): Promise<void> {
  await work.tx
    .updateTable('fablab.bookings')
    .set((eb) => ({
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
