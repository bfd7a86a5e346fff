import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What a reminder depends on. */
export interface Remindable {
  id: number
  session: number
  status: string
  joinedAt: Temporal.Instant
  remindedAt: Temporal.Instant | null
}

const remindables = (work: Work<'registrations'>) =>
  work.tx
    .selectFrom('registrations.registrations')
    .select(['id', 'session_id as session', 'status', 'created_at as joinedAt', 'reminded_at as remindedAt'])

export async function readRemindable(work: Work<'registrations'>, id: number): Promise<Remindable | null> {
  return (await remindables(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Everybody to tell that a session moved, locked until the transaction ends. */
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

/** Takes the right to remind: true for one caller only, whoever else asks. */
export async function claimReminder(work: Work<'registrations'>, id: number): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('registrations.registrations')
    .set({ reminded_at: work.now })
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .where('status', '=', 'confirmed')
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function writeReminded(
  work: Work<'registrations'>,
  id: number,
  at: Temporal.Instant | null,
): Promise<void> {
  await work.tx
    .updateTable('registrations.registrations')
    .set({ reminded_at: at })
    .where('id', '=', id)
    .execute()
}

/** Takes the job of that key out of the queue, unless it is running. */
export async function forgetJob(work: Work<'registrations'>, key: string): Promise<void> {
  await sql`select jobs.forget(${key})`.execute(work.tx)
}
