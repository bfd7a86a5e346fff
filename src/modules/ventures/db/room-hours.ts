import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Whether nobody holds a room at any of these hours. Somebody may take it just after: the database then says no. */
export async function isRoomFree(
  work: Work<'network'>,
  room: number,
  hours: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[],
): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select not exists (
      select from network.occupations o
      join unnest(${hours.map(({ startsAt }) => startsAt.toString())}::timestamptz[],
        ${hours.map(({ endsAt }) => endsAt.toString())}::timestamptz[]) as h (starts_at, ends_at)
        on o.during && tstzrange(h.starts_at, h.ends_at)
      where o.resource = 'space' and o.resource_id = ${room}) as free`.execute(work.tx)
  return rows[0]?.free ?? false
}
