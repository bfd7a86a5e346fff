import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** The list to take bits from: the last one, or the next when half of it is taken. */
export async function readOpenList(work: Work<'badges'>, bits: number): Promise<number> {
  const { rows } = await sql<{ list: number; taken: number }>`
    select list, count(*)::int as taken from badges.status_entries
    where list = (select max(list) from badges.status_entries) group by list`.execute(work.tx)
  const last = rows[0]
  if (!last) return 1
  return last.taken < bits / 2 ? last.list : last.list + 1
}

/** Which of these bits of a list are taken. */
export async function readTaken(
  work: Work<'badges'>,
  list: number,
  among: readonly number[],
): Promise<Set<number>> {
  const rows = await work.tx
    .selectFrom('badges.status_entries')
    .select('index')
    .where('list', '=', list)
    .where('index', 'in', [...among])
    .execute()
  return new Set(rows.map(({ index }) => index))
}

/** Bits set in a list; null for a list no badge ever was of. */
export async function readRevoked(work: Work<'badges'>, list: number): Promise<number[] | null> {
  const { rows } = await sql<{ revoked: number[] | null; taken: boolean }>`
    select exists (select from badges.status_entries where list = ${list}) as taken,
      (select array_agg(index order by index) from badges.status_entries where list = ${list} and revoked) as revoked`.execute(
    work.tx,
  )
  return rows[0]?.taken ? (rows[0].revoked ?? []) : null
}
