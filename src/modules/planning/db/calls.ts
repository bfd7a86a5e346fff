import { sql } from '#platform/database/index.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'planning' | 'access'

export type CallStatus = 'asked' | 'yes' | 'no' | 'later' | 'taken' | 'withdrawn' | 'expired'

/** One member asked to host one session. */
export interface Call {
  id: number
  centre: number
  session: number
  member: number
  name: string
  status: CallStatus
  reasons: string[]
  times: number
  askedAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  /** The session's revision she knows of. */
  revision: number
  tokenSealed: Buffer
}

const calls = (work: Work<Schemas>) =>
  work.tx
    .selectFrom('planning.calls as c')
    .innerJoin('access.welcoming_names as m', 'm.id', 'c.member_id')
    .select([
      'c.id',
      'c.centre_id as centre',
      'c.session_id as session',
      'c.member_id as member',
      'm.name',
      'c.status',
      'c.reasons',
      'c.times',
      'c.asked_at as askedAt',
      'c.answered_at as answeredAt',
      'c.reminded_at as remindedAt',
      'c.revision',
      'c.token_sealed as tokenSealed',
    ])

/** Everybody asked for a session who is still of the team, in the order they were asked. */
export async function readCallsOf(work: Work<Schemas>, session: number): Promise<Call[]> {
  return (await calls(work).where('c.session_id', '=', session).orderBy('c.id').execute()) as Call[]
}

export async function readCall(work: Work<Schemas>, id: number): Promise<Call | null> {
  return ((await calls(work).where('c.id', '=', id).executeTakeFirst()) as Call | undefined) ?? null
}

/** The call of somebody for a session; null when she was never asked. */
export async function readCallOf(work: Work<Schemas>, session: number, member: number): Promise<Call | null> {
  const row = await calls(work)
    .where('c.session_id', '=', session)
    .where('c.member_id', '=', member)
    .executeTakeFirst()
  return (row as Call | undefined) ?? null
}

/** What somebody has still to answer. */
export async function readOpenCalls(work: Work<Schemas>, member: number): Promise<Call[]> {
  const rows = await calls(work)
    .where('c.member_id', '=', member)
    .where('c.status', 'in', ['asked', 'later'])
    .orderBy('c.asked_at')
    .execute()
  return rows as Call[]
}

/** Who a link belongs to: all that may be asked about it from outside any centre. */
export async function readHolder(work: Work<'planning'>, token: string) {
  const { rows } = await sql<{ call: number; centre: number; member: number; role: string; name: string }>`
    select call, centre, member, role, name from planning.holder_of_token(${hashOf(token)})`.execute(work.tx)
  return rows[0] ?? null
}

/** A call as it is written. */
export interface NewCall {
  centre: number
  session: number
  member: number
  status: 'asked' | 'yes' | 'withdrawn'
  reasons: readonly string[]
  rank: number
  /** The session's, as it is said to her. */
  revision: number
  token: { hash: Buffer; sealed: Buffer }
}

/** Writes a call, or asks again who was told it was taken. Answers its number and how many times she was asked. */
export async function writeCall(
  work: Work<'planning'>,
  call: NewCall,
): Promise<{ id: number; times: number }> {
  const answered = call.status === 'asked' ? null : work.now
  return await work.tx
    .insertInto('planning.calls')
    .values({
      centre_id: call.centre,
      session_id: call.session,
      member_id: call.member,
      status: call.status,
      reasons: [...call.reasons],
      rank: call.rank,
      revision: call.revision,
      asked_at: work.now,
      answered_at: answered,
      token_hash: call.token.hash,
      token_sealed: call.token.sealed,
    })
    .onConflict((q) =>
      q.constraint('asked_once').doUpdateSet({
        status: call.status,
        reasons: [...call.reasons],
        revision: call.revision,
        asked_at: work.now,
        answered_at: answered,
        times: sql<number>`least(5, calls.times + 1)`,
      }),
    )
    .returning(['id', 'times'])
    .executeTakeFirstOrThrow()
}

/** Writes down what she answered. */
export async function writeAnswer(
  work: Work<'planning'>,
  id: number,
  status: Exclude<CallStatus, 'asked'>,
): Promise<void> {
  await work.tx
    .updateTable('planning.calls')
    .set({ status, answered_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** Asks again who wished to be asked later. */
export async function writeAskedAgain(work: Work<'planning'>, id: number): Promise<number> {
  const row = await work.tx
    .updateTable('planning.calls')
    .set({
      status: 'asked',
      answered_at: null,
      asked_at: work.now,
      times: sql<number>`least(5, times + 1)`,
    })
    .where('id', '=', id)
    .returning('times')
    .executeTakeFirstOrThrow()
  return row.times
}

/** Takes the right to remind: true for one caller only. */
export async function claimHostReminder(work: Work<'planning'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('planning.calls')
    .set({ reminded_at: work.now })
    .where('id', '=', id)
    .where('status', '=', 'yes')
    .where('reminded_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** She is told of this revision of her session. */
export async function writeTold(work: Work<'planning'>, id: number, revision: number): Promise<void> {
  await work.tx.updateTable('planning.calls').set({ revision }).where('id', '=', id).execute()
}

/** Nobody needs to answer any more. */
export async function expireCalls(work: Work<'planning'>, session: number): Promise<void> {
  await work.tx
    .updateTable('planning.calls')
    .set({ status: 'expired', answered_at: work.now })
    .where('session_id', '=', session)
    .where('status', 'in', ['asked', 'later'])
    .execute()
}

/** The session moved: who was reminded is reminded again. */
export async function forgetReminded(work: Work<'planning'>, session: number): Promise<void> {
  await work.tx
    .updateTable('planning.calls')
    .set({ reminded_at: null })
    .where('session_id', '=', session)
    .where('reminded_at', 'is not', null)
    .execute()
}

/** How often each member of a centre was asked since a moment; choices made by hand are no question. */
export async function readAsked(
  work: Work<'planning'>,
  centre: number,
  since: Temporal.Instant,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ member: number; asked: number }>`
    select member_id as member, sum(times)::int as asked from planning.calls
    where centre_id = ${centre} and asked_at >= ${since} and not 'chosen' = any(reasons) group by member_id`.execute(
    work.tx,
  )
  return new Map(rows.map(({ member, asked }) => [member, asked]))
}

/** How many sessions each member of a centre hosts between two moments. */
export async function readHosted(
  work: Work<'programme'>,
  centre: number,
  window: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Map<number, number>> {
  const { rows } = await sql<{ member: number; hosted: number }>`
    select h.member_id as member, count(*)::int as hosted
    from programme.session_hosts h join programme.sessions s on s.id = h.session_id
    where h.centre_id = ${centre} and s.status <> 'cancelled' and s.starts_at between ${window.from} and ${window.to}
    group by h.member_id`.execute(work.tx)
  return new Map(rows.map(({ member, hosted }) => [member, hosted]))
}

/** Takes the job of that key out of the queue, unless it is running. */
export async function forgetCallJob(work: Work<'planning'>, key: string): Promise<void> {
  await sql`select jobs.forget(${key})`.execute(work.tx)
}

/** Deletes calls of sessions that ended before a moment. Tells how many. */
export async function forgetCalls(work: Work<'planning'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select planning.forget_calls(${before}) as gone`.execute(
    work.tx,
  )
  return rows[0]?.gone ?? 0
}

/** Who hosts a session, and whether she has a call that says so; and who had one and hosts no more. */
export async function readHostsAndCalls(
  work: Work<'planning' | 'programme'>,
  session: number,
): Promise<{ hosts: { member: number; called: boolean }[]; formerly: number[] }> {
  const { rows } = await sql<{ member: number; hosts: boolean; called: boolean }>`
    select member_id as member, h.member_id is not null as hosts, coalesce(c.status = 'yes', false) as called
    from (select member_id from programme.session_hosts where session_id = ${session}) h
    full join (select member_id, status from planning.calls where session_id = ${session}) c using (member_id)
    order by 1`.execute(work.tx)
  return {
    hosts: rows.filter(({ hosts }) => hosts),
    formerly: rows.filter(({ hosts, called }) => !hosts && called).map(({ member }) => member),
  }
}

/** The coordinators of a centre, by number. */
export async function readCoordinators(work: Work<'access'>, centre: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('access.members')
    .select('id')
    .where('centre_id', '=', centre)
    .where('role', '=', 'coordinator')
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How to reach somebody of the team, sealed, and the language she reads; null once she left. */
export async function readReachable(work: Work<'access'>, member: number) {
  const row = await work.tx
    .selectFrom('access.members')
    .select(['name', 'phone_sealed', 'email_sealed', 'language'])
    .where('id', '=', member)
    .where('active', '=', true)
    .executeTakeFirst()
  return row ?? null
}

/** How many were asked for each of these sessions. */
export async function countAsked(
  work: Work<'planning'>,
  sessions: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ session: number; asked: number }>`
    select session_id as session, count(*)::int as asked from planning.calls
    where session_id = any(${[...sessions]}::int[]) group by session_id`.execute(work.tx)
  return new Map(rows.map(({ session, asked }) => [session, asked]))
}
