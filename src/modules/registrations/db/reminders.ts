import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What a reminder depends on. */
export interface Remindable {
  id: number
  session: number
  status: string
  joinedAt: Temporal.Instant
  /** Sessions whose reminder left, or need not leave any more: a course has one for each date. */
  remindedOf: number[]
}

const remindables = (work: Work<'registrations'>) =>
  work.tx
    .selectFrom('registrations.registrations')
    .select(['id', 'session_id as session', 'status', 'created_at as joinedAt', 'reminded_of as remindedOf'])

export async function readRemindable(work: Work<'registrations'>, id: number): Promise<Remindable | null> {
  return (await remindables(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Everybody to tell of a session they joined, or that leads the course, locked until the transaction ends. */
export async function lockActive(work: Work<'registrations'>, session: number): Promise<Remindable[]> {
  return remindables(work)
    .where('session_id', '=', session)
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Everybody who lost a seat, or a rank, because the session was cancelled. */
export async function readCancelledBySession(
  work: Work<'registrations'>,
  session: number,
): Promise<{ id: number }[]> {
  return work.tx
    .selectFrom('registrations.registrations')
    .select('id')
    .where('session_id', '=', session)
    .where('cancelled_by', '=', 'session')
    .orderBy('id')
    .execute()
}

/** Takes the right to remind of a session: true for one caller only, whoever else asks. */
export async function claimReminder(
  work: Work<'registrations'>,
  id: number,
  session: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registrations.registrations set reminded_of = reminded_of || ${session}::int
    where id = ${id} and status = 'confirmed' and not reminded_of @> array[${session}::int]`.execute(work.tx)
  return Number(numAffectedRows) === 1
}

/** The reminder of a date, or of the session joined, is behind since `at`; still to come when `at` is null. */
export async function writeReminded(
  work: Work<'registrations'>,
  id: number,
  at: Temporal.Instant | null,
  date?: number,
): Promise<void> {
  await sql`
    update registrations.registrations
    set reminded_of = array_remove(reminded_of, coalesce(${date ?? null}::int, session_id))
      || case when ${at !== null}::boolean then array[coalesce(${date ?? null}::int, session_id)] else '{}'::int[] end
    where id = ${id}`.execute(work.tx)
}

/** Takes the job of that key out of the queue, unless it is running. */
export async function forgetJob(work: Work<'registrations'>, key: string): Promise<void> {
  await sql`select jobs.forget(${key})`.execute(work.tx)
}
