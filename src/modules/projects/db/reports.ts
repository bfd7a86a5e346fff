import type { Work } from '#platform/work/index.ts'
import type { ReportReason } from '../domain/vocabulary.ts'

/** Something is wrong with a project, said once by reason; who said so is not kept. */
export async function insertReport(
  work: Work<'projects'>,
  report: { project: number; centre: number; reason: ReportReason },
): Promise<void> {
  await work.tx
    .insertInto('projects.reports')
    .values({
      project_id: report.project,
      centre_id: report.centre,
      reason: report.reason,
      reported_at: work.now,
    })
    .onConflict((again) => again.columns(['project_id', 'reason']).doNothing())
    .execute()
}

/** Reasons by project, in the centres whoever asks may see. */
export async function readReports(work: Work<'projects'>): Promise<Map<number, ReportReason[]>> {
  const rows = await work.tx
    .selectFrom('projects.reports')
    .select(['project_id', 'reason'])
    .orderBy('reported_at')
    .execute()
  const reports = new Map<number, ReportReason[]>()
  for (const { project_id, reason } of rows) {
    const project = Number(project_id)
    reports.set(project, [...(reports.get(project) ?? []), reason as ReportReason])
  }
  return reports
}

export async function deleteReports(work: Work<'projects'>, project: number): Promise<void> {
  await work.tx.deleteFrom('projects.reports').where('project_id', '=', project).execute()
}
