import type { Work } from '#platform/work/index.ts'
import type { MomentChoice } from '../domain/moment.ts'
import type { IntroductionStatus } from '../domain/vocabulary.ts'

/** Two people who may meet about a notice: its author, and who answered it or whose offer was found. */
export interface Introduction {
  id: number
  centre: number
  notice: number
  other: number
  offer: number | null
  status: IntroductionStatus
  openingId: number | null
  sessionId: number | null
  proposedAt: Temporal.Instant
}

const columnsOf = (moment: MomentChoice) => ({
  opening_id: moment.kind === 'opening' ? moment.id : null,
  session_id: moment.kind === 'session' ? moment.id : null,
})

/** Somebody answers a notice. Whoever answered already and stopped may answer again; otherwise nothing changes. */
export async function insertAnswer(
  work: Work<'board'>,
  answer: { centre: number; notice: number; other: number; moment: MomentChoice },
): Promise<void> {
  await work.tx
    .insertInto('board.introductions')
    .values({
      centre_id: answer.centre,
      notice_id: answer.notice,
      other_id: answer.other,
      ...columnsOf(answer.moment),
      proposed_at: work.now,
    })
    .onConflict((known) =>
      known
        .columns(['notice_id', 'other_id'])
        .doUpdateSet({
          status: 'proposed',
          ...columnsOf(answer.moment),
          decided_at: null,
          decided_by: null,
          ended_at: null,
          proposed_at: work.now,
        })
        .where('board.introductions.status', '=', 'stopped'),
    )
    .execute()
}

/** A member puts an ask and an offer together; the number, or null when these two were put together before. */
export async function insertIntroduction(
  work: Work<'board'>,
  pair: {
    centre: number
    notice: number
    other: number
    offer: number
    moment: MomentChoice
    member: number
  },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('board.introductions')
    .values({
      centre_id: pair.centre,
      notice_id: pair.notice,
      other_id: pair.other,
      offer_id: pair.offer,
      ...columnsOf(pair.moment),
      status: 'introduced',
      proposed_at: work.now,
      decided_at: work.now,
      decided_by: pair.member,
    })
    .onConflict((known) => known.columns(['notice_id', 'other_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? Number(row.id) : null
}

const introductions = (work: Work<'board'>) =>
  work.tx
    .selectFrom('board.introductions')
    .select([
      'id',
      'centre_id as centre',
      'notice_id as notice',
      'other_id as other',
      'offer_id as offer',
      'status',
      'opening_id as openingId',
      'session_id as sessionId',
      'proposed_at as proposedAt',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof introductions>['executeTakeFirstOrThrow']>>
const introductionOf = (row: Row): Introduction => ({
  ...row,
  id: Number(row.id),
  notice: Number(row.notice),
  other: Number(row.other),
  offer: row.offer === null ? null : Number(row.offer),
  status: row.status as IntroductionStatus,
})

export async function readIntroduction(work: Work<'board'>, id: number): Promise<Introduction | null> {
  const row = await introductions(work).where('id', '=', id).executeTakeFirst()
  return row ? introductionOf(row) : null
}

/** Introductions of the centre of this work, longest waiting first. */
export async function readIntroductions(
  work: Work<'board'>,
  status: readonly IntroductionStatus[],
): Promise<Introduction[]> {
  const rows = await introductions(work)
    .where('status', 'in', [...status])
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(introductionOf)
}

/** Introductions somebody takes part in, as author of a notice or as the other one. */
export async function readIntroductionsOf(work: Work<'board'>, neighbour: number): Promise<Introduction[]> {
  const rows = await introductions(work)
    .where((where) =>
      where.or([
        where('other_id', '=', neighbour),
        where('notice_id', 'in', (q) =>
          q.selectFrom('board.notices').select('id').where('neighbour_id', '=', neighbour),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(introductionOf)
}

/** A member's word on an answer: put in touch at a moment, or refused. True when it was still to be said. */
export async function writeIntroduction(
  work: Work<'board'>,
  id: number,
  word: { status: 'introduced' | 'refused'; moment: MomentChoice; member: number },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('board.introductions')
    .set({
      status: word.status,
      ...columnsOf(word.moment),
      decided_at: work.now,
      decided_by: word.member,
    })
    .where('id', '=', id)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** How it ended; true when it had not ended yet. */
export async function endIntroduction(
  work: Work<'board'>,
  id: number,
  end: { from: readonly IntroductionStatus[]; to: 'stopped' | 'done' },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('board.introductions')
    .set({ status: end.to, ended_at: work.now })
    .where('id', '=', id)
    .where('status', 'in', [...end.from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
