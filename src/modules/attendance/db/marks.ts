import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Gesture, Mark } from '../domain/mark.ts'

/** One gesture at a time about one registration, until the transaction ends: a double click is two in a row. */
export async function holdRegistration(work: Work<'attendance'>, registration: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attendance:${registration}`}, 0))`.execute(
    work.tx,
  )
}

/** The last gesture about each registration of a session, by registration. */
export async function readGestures(
  work: Work<'attendance' | 'access'>,
  session: number,
): Promise<Map<number, Gesture>> {
  const rows = await work.tx
    .selectFrom('attendance.marks as gesture')
    .leftJoin('access.welcoming_names as member', 'member.id', 'gesture.marked_by')
    .distinctOn('gesture.registration_id')
    .select([
      'gesture.registration_id as registration',
      'gesture.mark',
      'gesture.marked_at as at',
      'member.name as by',
    ])
    .where('gesture.session_id', '=', session)
    .orderBy('gesture.registration_id')
    .orderBy('gesture.id', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.registration, { mark: row.mark as Mark | null, at: row.at, by: row.by ?? '' }]),
  )
}

export async function insertMark(
  work: Work<'attendance'>,
  gesture: { centre: number; session: number; registration: number; mark: Mark | null; member: number },
): Promise<void> {
  await work.tx
    .insertInto('attendance.marks')
    .values({
      centre_id: gesture.centre,
      session_id: gesture.session,
      registration_id: gesture.registration,
      mark: gesture.mark,
      marked_by: gesture.member,
      marked_at: work.now,
    })
    .execute()
}
