import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type ClinicBooking, type ClinicRefusal, clinicRefusals, type Topic } from '../domain/clinic.ts'

const bookings = (work: Work<'ventures'>) =>
  work.tx
    .selectFrom('ventures.clinic_bookings')
    .select([
      'id',
      'centre_id as centre',
      'clinic_id as clinic',
      'starts_at as startsAt',
      'status',
      'topic',
      'founder_id as founder',
      'name',
      'language',
      'phone_sealed as phoneSealed',
      'email_sealed as emailSealed',
      'token_sealed as tokenSealed',
      'came',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof bookings>['executeTakeFirstOrThrow']>>
const bookingOf = (row: Row): ClinicBooking => ({
  ...row,
  id: Number(row.id),
  founder: row.founder === null ? null : Number(row.founder),
  status: row.status as ClinicBooking['status'],
  topic: row.topic as Topic,
  came: row.came as ClinicBooking['came'],
})

export async function readClinicBooking(work: Work<'ventures'>, id: number): Promise<ClinicBooking | null> {
  const row = await bookings(work).where('id', '=', id).executeTakeFirst()
  return row ? bookingOf(row) : null
}

export async function readClinicBookingByLink(
  work: Work<'ventures'>,
  hash: Buffer,
): Promise<ClinicBooking | null> {
  const row = await bookings(work).where('token_hash', '=', hash).executeTakeFirst()
  return row ? bookingOf(row) : null
}

/** The live bookings of a contact, the soonest first. */
export async function readBookingsOfContact(work: Work<'ventures'>, key: Buffer): Promise<ClinicBooking[]> {
  const rows = await bookings(work)
    .where('contact_key', '=', key)
    .where('status', '!=', 'cancelled')
    .orderBy('starts_at')
    .execute()
  return rows.map(bookingOf)
}

/** Who comes to a clinic, by slot; then who waits, the first to have asked at the top. */
export async function readBookingsOfClinic(work: Work<'ventures'>, clinic: number): Promise<ClinicBooking[]> {
  const rows = await bookings(work)
    .where('clinic_id', '=', clinic)
    .where('status', '!=', 'cancelled')
    .orderBy(sql`starts_at nulls last, booked_at, id`)
    .execute()
  return rows.map(bookingOf)
}

export async function insertClinicBooking(
  work: Work<'ventures'>,
  booking: {
    centre: number
    clinic: number
    startsAt: Temporal.Instant | null
    topic: Topic
    founder: number | null
    name: string
    language: string
    contact: { key: Buffer; phoneSealed: Buffer | null; emailSealed: Buffer | null }
    link: { hash: Buffer; sealed: Buffer }
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('ventures.clinic_bookings')
    .values({
      centre_id: booking.centre,
      clinic_id: booking.clinic,
      starts_at: booking.startsAt,
      status: booking.startsAt ? 'booked' : 'waiting',
      topic: booking.topic,
      founder_id: booking.founder,
      name: booking.name,
      language: booking.language,
      contact_key: booking.contact.key,
      phone_sealed: booking.contact.phoneSealed,
      email_sealed: booking.contact.emailSealed,
      token_hash: booking.link.hash,
      token_sealed: booking.link.sealed,
      booked_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** Gives a slot to a live booking. */
export async function writeSlot(
  work: Work<'ventures'>,
  id: number,
  slot: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.clinic_bookings')
    .set({ starts_at: slot, status: 'booked', booked_at: work.now })
    .where('id', '=', id)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** True when it was live. */
export async function writeClinicBookingCancelled(work: Work<'ventures'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.clinic_bookings')
    .set({ status: 'cancelled', came: null })
    .where('id', '=', id)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Notes who came; null takes it back. */
export async function writeCame(
  work: Work<'ventures'>,
  {
    booking,
    clinic,
    came,
    member,
  }: { booking: number; clinic: number; came: 'present' | 'absent' | null; member: number },
): Promise<void> {
  await work.tx
    .updateTable('ventures.clinic_bookings')
    .set({ came, marked_by: member })
    .where('id', '=', booking)
    .where('clinic_id', '=', clinic)
    .where('status', '=', 'booked')
    .execute()
}

/** The refusal an error of the database stands for; any other error is thrown on. */
export function clinicRefusalOf(error: unknown): ClinicRefusal {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  const refusal = code === '23514' && clinicRefusals.find((known) => known === constraint)
  if (refusal) return refusal
  throw error
}

/** The centre of the booking a link opens; null when it opens nobody’s. */
export async function readCentreOfClinicBooking(
  work: Work<'ventures'>,
  hash: Buffer,
): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    select ventures.centre_of_clinic_booking(${hash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** Forgets, in every centre, who came to clinics held before a moment. Tells how many. */
export async function forgetClinicBookings(
  work: Work<'ventures'>,
  before: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    select ventures.forget_clinic_bookings(${before}) as forgotten`.execute(work.tx)
  return rows[0]?.forgotten ?? 0
}
