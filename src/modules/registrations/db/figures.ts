import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** How many people wait for a session; a figure without names, open to all. */
export async function readWaiting(work: Work<'registrations'>, session: number): Promise<number> {
  const row = await work.tx
    .selectFrom('registrations.session_figures')
    .select('waiting')
    .where('session_id', '=', session)
    .executeTakeFirst()
  return row?.waiting ?? 0
}

/** The same for several sessions at once; those for which nobody waits are left out. */
export async function readWaitingOf(
  work: Work<'registrations'>,
  sessions: readonly number[],
): Promise<Map<number, number>> {
  if (sessions.length === 0) return new Map()
  const { rows } = await sql<{ session: number; waiting: number }>`
    select wished.id as session, f.waiting from unnest(${[...sessions]}::int[]) as wished(id)
    cross join lateral (select waiting from registrations.session_figures where session_id = wished.id) f
    where f.waiting > 0`.execute(work.tx)
  return new Map(rows.map(({ session, waiting }) => [session, waiting]))
}
