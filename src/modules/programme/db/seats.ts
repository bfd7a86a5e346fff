import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Takes seats if, and only if, they are there. See `programme.claim_seats`. */
export async function claimSeats(
  work: Work<'programme'>,
  session: number,
  party: number,
): Promise<'held' | 'full' | 'closed'> {
  const { rows } = await sql<{
    claim: 'held' | 'full' | 'closed'
  }>`select programme.claim_seats(${session}, ${party}) as claim`.execute(work.tx)
  return rows[0]?.claim ?? 'closed'
}

/** Gives seats back, and keeps the session's row until the transaction ends: what follows decides who gets them. */
export async function releaseSeats(work: Work<'programme'>, session: number, party: number): Promise<void> {
  if (party > 0) await sql`select programme.release_seats(${session}, ${party})`.execute(work.tx)
}

/** The seats of a session, locked until the transaction ends. */
export async function lockSeats(work: Work<'programme' | 'network'>, session: number) {
  const row = await work.tx
    .selectFrom('programme.sessions as s')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select([
      's.capacity',
      's.seats_taken',
      's.starts_at',
      's.status',
      's.centre_id',
      's.revision',
      'p.time_zone',
    ])
    .where('s.id', '=', session)
    .forUpdate('s')
    .executeTakeFirst()
  if (!row) return null
  return {
    centre: row.centre_id,
    free: row.capacity - row.seats_taken,
    capacity: row.capacity,
    taken: row.seats_taken,
    start: row.starts_at.toZonedDateTimeISO(row.time_zone),
    status: row.status,
    revision: row.revision,
  }
}
