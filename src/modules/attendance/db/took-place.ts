import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Whether anybody was said to be at a session, by name or by number. */
export async function tookPlace(work: Work<'attendance'>, session: number): Promise<boolean> {
  const { rows } = await sql<{ came: boolean }>`
    select coalesce(sum(present + unnamed) > 0, false) as came
    from attendance.session_figures where session_id = ${session}`.execute(work.tx)
  return rows[0]?.came ?? false
}
