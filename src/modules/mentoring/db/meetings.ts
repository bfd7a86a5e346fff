import type { Work } from '#platform/work/index.ts'
import type { NextStep, Side, Way } from '../domain/profile.ts'

export type MeetingStatus = 'proposed' | 'agreed' | 'held' | 'called-off'

/** A meeting of a founder and her mentor. */
export interface Meeting {
  id: number
  match: number
  status: MeetingStatus
  saidBy: Side
  startsAt: Temporal.Instant
  how: Way
  /** How long it was; null until it was held. */
  minutes: number | null
  nextStep: NextStep | null
}

export interface NewMeeting extends Omit<Meeting, 'id'> {
  centre: number
}

export async function insertMeeting(work: Work<'mentoring'>, meeting: NewMeeting): Promise<number> {
  const { id } = await work.tx
    .insertInto('mentoring.meetings')
    .values({
      centre_id: meeting.centre,
      match_id: meeting.match,
      status: meeting.status,
      said_by: meeting.saidBy,
      starts_at: meeting.startsAt,
      how: meeting.how,
      minutes: meeting.minutes,
      next_step: meeting.nextStep,
      written_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(id)
}

/** Moves a meeting on; false when it is in none of these states. */
export async function moveMeeting(
  work: Work<'mentoring'>,
  id: number,
  from: readonly MeetingStatus[],
  to: { status: MeetingStatus; minutes?: number; nextStep?: NextStep | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('mentoring.meetings')
    .set({
      status: to.status,
      minutes: to.minutes ?? null,
      next_step: to.nextStep ?? null,
      written_at: work.now,
    })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

const meetings = (work: Work<'mentoring'>) =>
  work.tx
    .selectFrom('mentoring.meetings')
    .select([
      'id',
      'match_id as match',
      'status',
      'said_by as saidBy',
      'starts_at as startsAt',
      'how',
      'minutes',
      'next_step as nextStep',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>
const meetingOf = (row: Row): Meeting => ({
  ...row,
  id: Number(row.id),
  match: Number(row.match),
  status: row.status as MeetingStatus,
  saidBy: row.saidBy as Side,
  how: row.how as Way,
  nextStep: row.nextStep as NextStep | null,
})

export async function readMeeting(work: Work<'mentoring'>, id: number): Promise<Meeting | null> {
  const row = await meetings(work).where('id', '=', id).executeTakeFirst()
  return row ? meetingOf(row) : null
}

/** Meetings of some matches, the latest first; those called off are left out. */
export async function readMeetings(work: Work<'mentoring'>, matches: readonly number[]): Promise<Meeting[]> {
  if (matches.length === 0) return []
  const rows = await meetings(work)
    .where('match_id', 'in', [...matches])
    .where('status', '<>', 'called-off')
    .orderBy('starts_at', 'desc')
    .execute()
  return rows.map(meetingOf)
}

/** A few words the two keep of a meeting. */
export async function insertWords(
  work: Work<'mentoring'>,
  meeting: { id: number; centre: number },
  words: string,
): Promise<void> {
  await work.tx
    .insertInto('mentoring.words')
    .values({ meeting_id: meeting.id, centre_id: meeting.centre, words })
    .execute()
}

/** What the two wrote of some meetings, by meeting. */
export async function readWords(
  work: Work<'mentoring'>,
  meetings: readonly number[],
): Promise<Map<number, string>> {
  if (meetings.length === 0) return new Map()
  const rows = await work.tx
    .selectFrom('mentoring.words')
    .select(['meeting_id', 'words'])
    .where('meeting_id', 'in', [...meetings])
    .execute()
  return new Map(rows.map((row) => [Number(row.meeting_id), row.words]))
}

/** Meetings held and their minutes, month by month, the latest first. */
export async function readFigures(
  work: Work<'mentoring'>,
): Promise<{ month: Temporal.PlainDate; meetings: number; minutes: number }[]> {
  return work.tx
    .selectFrom('mentoring.figures')
    .select(['month', 'meetings', 'minutes'])
    .orderBy('month', 'desc')
    .limit(12)
    .execute()
}
