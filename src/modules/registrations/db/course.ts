import { readSessions, type Session } from '#modules/programme/index.ts'
import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A course, or a session on its own: then it leads nobody and is its only date. */
export interface Course {
  /** Where the seats, the waiting list and the registrations are. */
  lead: Session
  /** In order of time; cancelled ones are among them, drafts are not, unless the lead is one. */
  dates: Session[]
}

/** The course a session is a date of; null when the session, or what leads it, is unknown to whoever asks. */
export async function readCourse(
  work: Work<'programme'>,
  key: number | { code: string },
): Promise<Course | null> {
  const asked = typeof key === 'number' ? sql`id = ${numberOf(key)}` : sql`code = ${key.code}`
  const { rows } = await sql<{ id: number; leads: boolean }>`
    select s.id, s.lead_id is null as leads
    from (select coalesce(lead_id, id) as lead from programme.sessions where ${asked}) course
    join programme.sessions s on s.id = course.lead or (s.lead_id = course.lead and s.status <> 'draft')
    order by s.starts_at, s.id`.execute(work.tx)
  const dates = await readSessions(
    work,
    rows.map(({ id }) => id),
  )
  const lead = dates.find(({ id }) => id === rows.find(({ leads }) => leads)?.id)
  return lead ? { lead, dates } : null
}

/** Which of these sessions can be joined as they are: those that follow no other. */
export async function readLeads(work: Work<'programme'>, sessions: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from programme.sessions where id = any(${[...sessions]}::int[]) and lead_id is null`.execute(
    work.tx,
  )
  return new Set(rows.map(({ id }) => id))
}

/** A number no session can have stands for what is none. */
const numberOf = (key: number) => (Number.isSafeInteger(key) && key >= 1 && key <= 2_147_483_647 ? key : 0)

/**
 * Another date leads the course: seats, registrations and the other dates go to it, all in this transaction. Whoever
 * joins at this instant waits for the first row, and then finds it closed.
 */
export async function handOver(
  work: Work<'programme' | 'registrations'>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await sql`update programme.sessions heir set lead_id = null, capacity = lead.capacity, seats_taken = lead.seats_taken
    from programme.sessions lead where heir.id = ${to} and lead.id = ${from}`.execute(work.tx)
  await work.tx
    .updateTable('registrations.registrations')
    .set({ session_id: to })
    .where('session_id', '=', from)
    .execute()
  await work.tx.updateTable('programme.sessions').set({ lead_id: to }).where('lead_id', '=', from).execute()
  await work.tx
    .updateTable('programme.sessions')
    .set({ lead_id: to, seats_taken: 0 })
    .where('id', '=', from)
    .execute()
}
