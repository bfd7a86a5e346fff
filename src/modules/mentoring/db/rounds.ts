import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Reason } from '../domain/pair.ts'
import type { Method, Proposal, Proposed } from '../domain/propose.ts'

export type RoundStatus = 'waiting' | 'ready' | 'applied' | 'dropped'

/** A matching: asked, found, decided pair by pair, applied. */
export interface Round {
  id: number
  method: Method
  status: RoundStatus
  /** Founders and mentors it looked at. */
  founders: number
  mentors: number
  askedAt: Temporal.Instant
  appliedAt: Temporal.Instant | null
}

/** What is proposed for one founder, and what a member decided. */
export interface Decided extends Proposed {
  decision: 'open' | 'accepted' | 'refused'
  /** A member chose this mentor instead of the one proposed. */
  chosen: boolean
}

export async function insertRound(
  work: Work<'mentoring'>,
  round: { centre: number; method: Method; member: number },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('mentoring.rounds')
    .values({ centre_id: round.centre, method: round.method, member_id: round.member, asked_at: work.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** Moves a matching from one state to another; false when it is not in the first. Whoever comes second waits and reads so. */
export async function moveRound(
  work: Work<'mentoring'>,
  id: number,
  from: RoundStatus,
  to: RoundStatus,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.rounds')
    .set({ status: to, applied_at: to === 'applied' ? work.now : null })
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Keeps what was found, and says it is ready; false when it was found already. */
export async function writeProposal(
  work: Work<'mentoring'>,
  round: { id: number; centre: number; founders: number; mentors: number },
  { proposed, blocking }: Proposal,
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.rounds')
    .set({ status: 'ready', founders: round.founders, mentors: round.mentors })
    .where('id', '=', round.id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  await sql`
    insert into mentoring.proposed (round_id, centre_id, founder_id, mentor_id, score, reasons, why)
    select ${round.id}, ${round.centre}, p.founder, p.mentor, p.score, p.reasons, p.why
    from jsonb_to_recordset(${JSON.stringify(proposed)}::jsonb)
      as p (founder bigint, mentor bigint, score int, reasons jsonb, why jsonb)`.execute(work.tx)
  await sql`
    insert into mentoring.blocking (round_id, centre_id, founder_id, mentor_id)
    select ${round.id}, ${round.centre}, b.founder, b.mentor
    from jsonb_to_recordset(${JSON.stringify(blocking)}::jsonb) as b (founder bigint, mentor bigint)`.execute(
    work.tx,
  )
  return true
}

const rounds = (work: Work<'mentoring'>) =>
  work.tx
    .selectFrom('mentoring.rounds')
    .select([
      'id',
      'method',
      'status',
      'founders',
      'mentors',
      'asked_at as askedAt',
      'applied_at as appliedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>
const roundOf = (row: Row): Round => ({
  ...row,
  id: Number(row.id),
  method: row.method as Method,
  status: row.status as RoundStatus,
})

export async function readRound(work: Work<'mentoring'>, id: number): Promise<Round | null> {
  const row = await rounds(work).where('id', '=', id).executeTakeFirst()
  return row ? roundOf(row) : null
}

/** The latest first. */
export async function readRounds(work: Work<'mentoring'>, most: number): Promise<Round[]> {
  const rows = await rounds(work).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(roundOf)
}

export async function readProposed(work: Work<'mentoring'>, round: number): Promise<Decided[]> {
  const rows = await work.tx
    .selectFrom('mentoring.proposed')
    .select(['founder_id', 'mentor_id', 'score', 'reasons', 'why', 'decision', 'chosen'])
    .where('round_id', '=', round)
    .orderBy('score', (order) => order.desc().nullsLast())
    .orderBy('founder_id')
    .execute()
  return rows.map((row) => ({
    founder: Number(row.founder_id),
    mentor: row.mentor_id === null ? null : Number(row.mentor_id),
    score: row.score,
    reasons: row.reasons as unknown as Reason[],
    why: row.why as unknown as Proposed['why'],
    decision: row.decision as Decided['decision'],
    chosen: row.chosen,
  }))
}

export async function readBlocking(
  work: Work<'mentoring'>,
  round: number,
): Promise<{ founder: number; mentor: number }[]> {
  const rows = await work.tx
    .selectFrom('mentoring.blocking')
    .select(['founder_id', 'mentor_id'])
    .where('round_id', '=', round)
    .orderBy('founder_id')
    .orderBy('mentor_id')
    .execute()
  return rows.map((row) => ({ founder: Number(row.founder_id), mentor: Number(row.mentor_id) }))
}

export async function writeDecision(
  work: Work<'mentoring'>,
  pair: { round: number; founder: number },
  decision: Decided['decision'],
): Promise<void> {
  await work.tx
    .updateTable('mentoring.proposed')
    .set({ decision })
    .where('round_id', '=', pair.round)
    .where('founder_id', '=', pair.founder)
    .execute()
}

/** Another mentor than the one proposed, chosen by a member and thereby accepted. */
export async function writeChoice(
  work: Work<'mentoring'>,
  pair: { round: number; founder: number },
  { mentor, score, reasons }: { mentor: number; score: number; reasons: readonly Reason[] },
): Promise<void> {
  await work.tx
    .updateTable('mentoring.proposed')
    .set({
      mentor_id: mentor,
      score,
      reasons: JSON.stringify(reasons),
      why: '[]',
      chosen: true,
      decision: 'accepted',
    })
    .where('round_id', '=', pair.round)
    .where('founder_id', '=', pair.founder)
    .execute()
}

/** Keeps a matching still until the end of this work; null when there is none in this state. */
export async function lockRound(
  work: Work<'mentoring'>,
  id: number,
  status: RoundStatus,
): Promise<Round | null> {
  const row = await rounds(work)
    .where('id', '=', id)
    .where('status', '=', status)
    .forUpdate()
    .executeTakeFirst()
  return row ? roundOf(row) : null
}
