import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** The dates of each course of a centre follow the first one, which holds the chairs. */
export async function loadCourses({ tx }: Work, centre: number): Promise<void> {
  await sql`update programme.sessions later set lead_id = first.id from programme.sessions first
    where later.centre_id = ${centre} and first.centre_id = ${centre} and first.course_key = later.course_key
      and first.course_index = 1 and later.course_index > 1`.execute(tx)
}
