import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { BreakdownCause } from '../domain/breakdown.ts'

export interface Breakdown {
  id: number
  machine: number
  cause: BreakdownCause
  words: string | null
  times: number
  reportedAt: Temporal.Instant
}

/** Notes what somebody in front of a machine saw; no name. False: no such machine in service. */
export async function reportBreakdown(
  work: Work<'fablab'>,
  { machine, cause, words }: { machine: number; cause: BreakdownCause; words: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ noted: boolean }>`
    select fablab.report_breakdown(${machine}::int, ${cause}::text, ${words}::text, ${work.now}::timestamptz) as noted`.execute(
    work.tx,
  )
  return rows[0]?.noted ?? false
}

/** Reports nobody has looked at yet, the oldest first. */
export async function readBreakdowns(work: Work<'fablab'>): Promise<Breakdown[]> {
  const rows = await work.tx
    .selectFrom('fablab.breakdowns')
    .select(['id', 'machine_id as machine', 'cause', 'words', 'times', 'reported_at as reportedAt'])
    .where('status', '=', 'waiting')
    .orderBy('reported_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, cause: row.cause as BreakdownCause }))
}

/** Decides of a report. False: it was decided already, or is not of this centre. */
export async function decideBreakdown(
  work: Work<'fablab'>,
  { id, member, status }: { id: number; member: number; status: 'confirmed' | 'dismissed' },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('fablab.breakdowns')
    .set({ status, decided_by: member, decided_at: work.now })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Erases the words of reports decided before a moment; tells how many. */
export async function forgetBreakdowns(work: Work<'fablab'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select fablab.forget_breakdowns(${before}) as count`.execute(
    work.tx,
  )
  return rows[0]?.count ?? 0
}
