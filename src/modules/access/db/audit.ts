import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export async function insertAudit(
  work: Work<'access'>,
  entry: { centre: number | null; member: number | null; role: string; action: string; subject: string },
): Promise<void> {
  await work.tx
    .insertInto('access.audit')
    .values({
      at: work.now,
      centre_id: entry.centre,
      member_id: entry.member,
      role: entry.role,
      action: entry.action,
      subject: entry.subject,
    })
    .execute()
}

/** Ends the trail before a moment, never nearer than eleven months; gives how many lines went. */
export async function endTrail(work: Work<'access'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select access.end_of_trail(${before}) as ended`.execute(
    work.tx,
  )
  return rows[0]?.ended ?? 0
}
