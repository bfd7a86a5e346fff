import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export type Status = 'confirmed' | 'waitlisted' | 'offered' | 'cancelled'

/** A registration as its holder's page and the roll show it. */
export interface Registration {
  id: number
  centre: number
  session: number
  resident: number
  name: string
  throughHelper: boolean
  party: number
  seats: number
  status: Status
  source: string
  language: string
  tokenSealed: Buffer
  phoneSealed: Buffer | null
  emailSealed: Buffer | null
  createdAt: Temporal.Instant
  offerExpiresAt: Temporal.Instant | null
  cancelledBy: string | null
}

const registrations = (work: Work<'registrations' | 'people'>) =>
  work.tx
    .selectFrom('registrations.registrations as r')
    .innerJoin('people.residents as p', 'p.id', 'r.resident_id')
    .select([
      'r.id',
      'r.centre_id as centre',
      'r.session_id as session',
      'r.resident_id as resident',
      'p.name',
      'p.through_helper as throughHelper',
      'r.party',
      'r.seats',
      'r.status',
      'r.source',
      'r.language',
      'r.token_sealed as tokenSealed',
      'p.phone_sealed as phoneSealed',
      'p.email_sealed as emailSealed',
      'r.created_at as createdAt',
      'r.offer_expires_at as offerExpiresAt',
      'r.cancelled_by as cancelledBy',
    ])

/** The registration a link opens; null for a link nobody holds. */
export async function readByToken(
  work: Work<'registrations' | 'people'>,
  tokenHash: Buffer,
): Promise<Registration | null> {
  const row = await registrations(work).where('r.token_hash', '=', tokenHash).executeTakeFirst()
  return (row as Registration | undefined) ?? null
}

export async function readRegistration(
  work: Work<'registrations' | 'people'>,
  id: number,
): Promise<Registration | null> {
  const row = await registrations(work).where('r.id', '=', id).executeTakeFirst()
  return (row as Registration | undefined) ?? null
}

/**
 * Everybody on a session's roll: who has a chair by first name, then who waits, by rank. At any date of a course, those
 * who joined the course. Cancelled ones are not on it, but for those of `also`, who were there before they left.
 */
export async function readRoll(
  work: Work<'registrations' | 'people' | 'programme'>,
  session: number,
  options: { also?: readonly number[] } = {},
): Promise<(Registration & { rank: number | null })[]> {
  const rows = (await registrations(work)
    .where(
      'r.session_id',
      '=',
      sql<number>`(select coalesce(lead_id, id) from programme.sessions where id = ${session})`,
    )
    .where(sql<boolean>`(r.status <> 'cancelled' or r.id = any(${[...(options.also ?? [])]}::bigint[]))`)
    .orderBy(sql`r.status = 'waitlisted'`)
    .orderBy(sql`case when r.status = 'waitlisted' then coalesce(r.offered_at, '-infinity') end`)
    .orderBy(sql`case when r.status = 'waitlisted' then r.id end`)
    .orderBy('p.name_key')
    .orderBy('r.id')
    .execute()) as Registration[]
  let rank = 0
  return rows.map((row) => ({ ...row, rank: row.status === 'waitlisted' ? ++rank : null }))
}

/** The story of a registration's wait: each decision, oldest first. */
export async function readDecisions(work: Work<'registrations'>, registration: number) {
  return work.tx
    .selectFrom('registrations.decisions')
    .select(['at', 'decision', 'seats_free as seatsFree'])
    .where('registration_id', '=', registration)
    .orderBy('id')
    .execute()
}

/** The centre behind a link: the one thing that may be asked about it from outside any centre. */
export async function readCentreOfToken(
  work: Work<'registrations'>,
  tokenHash: Buffer,
): Promise<number | null> {
  const { rows } = await sql<{
    centre: number | null
  }>`select registrations.centre_of_token(${tokenHash}) as centre`.execute(work.tx)
  return rows[0]?.centre ?? null
}

/** A registration locked until the transaction ends. */
export async function lockRegistration(work: Work<'registrations'>, id: number) {
  const row = await work.tx
    .selectFrom('registrations.registrations')
    .select([
      'id',
      'centre_id as centre',
      'session_id as session',
      'party',
      'seats',
      'status',
      'offer_expires_at as offerExpiresAt',
      'created_at as createdAt',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { ...row, status: row.status as Status } : null
}

export async function writeCancelled(
  work: Work<'registrations'>,
  id: number,
  by: 'resident' | 'desk',
): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ status: 'cancelled', seats: 0, cancelled_at: work.now, cancelled_by: by })
    .where('id', '=', id)
    .execute()
}

export async function writeParty(
  work: Work<'registrations'>,
  id: number,
  party: number,
  seats: number,
): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ party, seats })
    .where('id', '=', id)
    .execute()
}

export async function writeSeats(work: Work<'registrations'>, id: number, seats: number): Promise<void> {
  await work.tx.updateTable('registrations.registrations').set({ seats }).where('id', '=', id).execute()
}

export async function writeConfirmed(work: Work<'registrations'>, id: number): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ status: 'confirmed', offer_expires_at: null })
    .where('id', '=', id)
    .execute()
}

/** Back to the list, behind those who were never asked. */
export async function writeWaitingAgain(work: Work<'registrations'>, id: number): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ status: 'waitlisted', seats: 0, offer_expires_at: null })
    .where('id', '=', id)
    .execute()
}

/** Everybody who held or waited for a seat of a session that is cancelled. */
export async function writeSessionCancelled(work: Work<'registrations'>, session: number): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ status: 'cancelled', seats: 0, cancelled_at: work.now, cancelled_by: 'session' })
    .where('session_id', '=', session)
    .where('status', '<>', 'cancelled')
    .execute()
}
