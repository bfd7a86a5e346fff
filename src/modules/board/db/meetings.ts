import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** In every centre, the meetings to come that are no longer when the two were told. */
export async function readChangedMeetings(work: Work<'board'>): Promise<{ id: number; centre: number }[]> {
  const { rows } = await sql<{ id: number; centre: number }>`
    select id::int, centre_id as centre from board.meetings_changed(${work.now})`.execute(work.tx)
  return rows
}

/** Keeps when they meet now; false when somebody kept it already. */
export async function writeMeetsAgain(work: Work<'board'>, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update board.introductions set meets_at = board.start_of(opening_id, session_id)
    where id = ${id} and status = 'introduced' and board.start_of(opening_id, session_id) is distinct from meets_at`.execute(
    work.tx,
  )
  return Number(numAffectedRows) === 1
}

/** Takes the right to remind of a meeting that begins then: true for one caller only. */
export async function claimReminder(
  work: Work<'board'>,
  id: number,
  start: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update board.introductions set reminded_of = ${start}
    where id = ${id} and status = 'introduced' and reminded_of is distinct from ${start}`.execute(work.tx)
  return Number(numAffectedRows) === 1
}
