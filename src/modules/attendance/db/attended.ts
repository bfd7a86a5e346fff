import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** An activity somebody was present at, by its slug, and the last day of it in the centre's own time. */
export interface Attended {
  slug: string
  on: Temporal.PlainDate
}

/** What the holder of a contact (its fingerprint) was present at in the centre of this work; nothing for other roles. */
export async function readAttended(work: Work<'attendance'>, contact: Buffer): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select slug, attended_on as "on" from attendance.attended(${contact})`.execute(work.tx)
  return rows
}
