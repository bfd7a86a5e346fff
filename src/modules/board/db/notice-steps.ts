import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { NoticeStatus, RefusedFor } from '../domain/vocabulary.ts'

/** Moves a notice on, only from one of these; true when it did. */
export async function moveNotice(
  work: Work<'board'>,
  id: number,
  { from, to }: { from: readonly NoticeStatus[]; to: NoticeStatus },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('board.notices')
    .set({ status: to })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** A member's word on a notice: published, or refused with a ready sentence. True when it was still to be said. */
export async function writeDecision(
  work: Work<'board'>,
  id: number,
  decision: { from: readonly NoticeStatus[]; refusedFor: RefusedFor | null; member: number },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('board.notices')
    .set({
      status: decision.refusedFor ? 'refused' : 'published',
      refused_for: decision.refusedFor,
      decided_at: work.now,
      decided_by: decision.member,
    })
    .where('id', '=', id)
    .where('status', 'in', [...decision.from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Notes that an offer could become a workshop, or that the coordinator has seen it; true when it is one of that centre. */
export async function writeWorkshopAsked(
  work: Work<'board'>,
  { notice, centre, wanted }: { notice: number; centre: number | null; wanted: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('board.notices')
    .set({ workshop_asked_at: wanted ? work.now : null })
    .where('id', '=', notice)
    .where('centre_id', '=', centre)
    .where('side', '=', 'offer')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Takes down, in every centre, what is past its day. */
export async function expireNotices(work: Work<'board'>, today: Temporal.PlainDate): Promise<void> {
  await sql`select board.expire(${today})`.execute(work.tx)
}
