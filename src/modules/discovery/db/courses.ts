import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** How many dates each of these sessions leads, itself included; cancelled ones are not counted. */
export async function readDateCounts(
  work: Work<'programme'>,
  leads: readonly number[],
): Promise<Map<number, number>> {
  if (leads.length === 0) return new Map()
  const { rows } = await sql<{ lead: number; dates: number }>`
    select lead_id as lead, count(*)::int + 1 as dates from programme.sessions
    where lead_id = any(${[...leads]}::int[]) and status = 'published' group by lead_id`.execute(work.tx)
  return new Map(rows.map(({ lead, dates }) => [lead, dates]))
}
