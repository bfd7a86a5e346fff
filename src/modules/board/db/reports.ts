import type { Work } from '#platform/work/index.ts'
import type { ReportReason } from '../domain/vocabulary.ts'

/** Writes what somebody found wrong; once for each reason. */
export async function insertReport(
  work: Work<'board'>,
  report: { notice: number; centre: number; reason: ReportReason },
): Promise<void> {
  await work.tx
    .insertInto('board.reports')
    .values({
      notice_id: report.notice,
      centre_id: report.centre,
      reason: report.reason,
      reported_at: work.now,
    })
    .onConflict((known) => known.doNothing())
    .execute()
}

/** What was found wrong, by notice. */
export async function readReports(work: Work<'board'>): Promise<Map<number, ReportReason[]>> {
  const rows = await work.tx
    .selectFrom('board.reports')
    .select(['notice_id as notice', 'reason'])
    .orderBy('reported_at')
    .execute()
  const found = new Map<number, ReportReason[]>()
  for (const { notice, reason } of rows)
    found.set(Number(notice), [...(found.get(Number(notice)) ?? []), reason as ReportReason])
  return found
}

/** A member read the reports of a notice: they are no longer needed. */
export async function deleteReports(work: Work<'board'>, notice: number): Promise<void> {
  await work.tx.deleteFrom('board.reports').where('notice_id', '=', notice).execute()
}
