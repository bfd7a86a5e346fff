import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { OfferDecision, WaitingParty } from '../domain/waiting-list.ts'

/**
 * Those who wait for a session, in order: who was never offered a seat first, then by the moment they joined. Each is held
 * until the transaction ends: whoever leaves the list, or changes party, at this very moment is seen as she then is.
 */
export async function lockQueue(work: Work<'registrations'>, session: number): Promise<WaitingParty[]> {
  const rows = await work.tx
    .selectFrom('registrations.registrations')
    .select(['id', 'party'])
    .where('session_id', '=', session)
    .where('status', '=', 'waitlisted')
    .orderBy('offered_at', (o) => o.asc().nullsFirst())
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ registration: row.id, party: row.party }))
}

/** The rank of a waiting registration, 1 for the first; null when it does not wait. */
export async function readRank(
  work: Work<'registrations'>,
  session: number,
  registration: number,
): Promise<number | null> {
  const { rows } = await sql<{ rank: number }>`
    select count(*)::int as rank from registrations.registrations before, registrations.registrations mine
    where mine.id = ${registration} and mine.status = 'waitlisted'
      and before.session_id = ${session} and before.status = 'waitlisted'
      and (coalesce(before.offered_at, '-infinity'), before.id) <= (coalesce(mine.offered_at, '-infinity'), mine.id)`.execute(
    work.tx,
  )
  return rows[0]?.rank || null
}

/** Remembers why, so that whoever asks can be told. */
export async function writeDecision(
  work: Work<'registrations'>,
  centre: number,
  entry: { registration: number; decision: string; seatsFree: number },
): Promise<void> {
  await work.tx
    .insertInto('registrations.decisions')
    .values({
      centre_id: centre,
      registration_id: entry.registration,
      at: work.now,
      decision: entry.decision,
      seats_free: entry.seatsFree,
    })
    .execute()
}

/** Gives a waiting party its offer; the seats were claimed just before, under the lock of the session. */
export async function writeOffer(
  work: Work<'registrations'>,
  offer: Extract<OfferDecision, { decision: 'offered' }>,
): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({
      status: 'offered',
      seats: offer.party,
      offered_at: work.now,
      offer_expires_at: offer.window.expiresAt,
    })
    .where('id', '=', offer.registration)
    .where('status', '=', 'waitlisted')
    .execute()
}

/** Offers of a session end by `last` at the latest; gives those that were shortened. */
export async function shortenOffers(
  work: Work<'registrations'>,
  session: number,
  last: Temporal.Instant,
): Promise<{ id: number; centre: number }[]> {
  return work.tx
    .updateTable('registrations.registrations')
    .set({ offer_expires_at: last })
    .where('session_id', '=', session)
    .where('status', '=', 'offered')
    .where('offer_expires_at', '>', last)
    .returning(['id', 'centre_id as centre'])
    .execute()
}
