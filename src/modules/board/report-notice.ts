import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readNotice } from './db/notices.ts'
import { insertReport } from './db/reports.ts'
import type { ReportReason } from './domain/vocabulary.ts'

/** Somebody finds something wrong with a notice; who says so is not kept. A member reads it again. */
export async function reportNotice(
  work: Work<'board' | 'network'>,
  { notice: id, centre, reason }: { notice: number; centre: number; reason: ReportReason },
): Promise<Result<null, { refusal: 'notice-unknown' }>> {
  const notice = await readNotice(work, { id, centre, status: ['published'] })
  if (!notice) return refuse({ refusal: 'notice-unknown' })
  await insertReport(work, { notice: id, centre, reason })
  return done(null)
}
