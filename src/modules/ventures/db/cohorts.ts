import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Cohort, CohortStatus, Track } from '../domain/cohort.ts'
import type { Criterion, Score } from '../domain/jury.ts'
import type { Sector, Stage } from '../domain/vocabulary.ts'

const cohorts = (work: Work<'ventures'>) =>
  work.tx
    .selectFrom('ventures.cohorts')
    .select([
      'id',
      'centre_id as centre',
      'track',
      'texts',
      'seats',
      'seats_taken as seatsTaken',
      'opens_on as opensOn',
      'closes_on as closesOn',
      'stages',
      'sectors',
      'status',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof cohorts>['executeTakeFirstOrThrow']>>
const cohortOf = (row: Row): Cohort => ({
  ...row,
  track: row.track as Track,
  texts: row.texts as unknown as Cohort['texts'],
  stages: row.stages as Stage[],
  sectors: row.sectors as Sector[],
  status: row.status as CohortStatus,
})

/** Cohorts this work may see, those that close first at the top. */
export async function readCohorts(
  work: Work<'ventures'>,
  { centre, status }: { centre?: number; status?: CohortStatus } = {},
): Promise<Cohort[]> {
  let query = cohorts(work)
  if (centre !== undefined) query = query.where('centre_id', '=', centre)
  if (status) query = query.where('status', '=', status)
  return (await query.orderBy('closes_on', 'desc').orderBy('id').execute()).map(cohortOf)
}

export async function readCohort(work: Work<'ventures'>, id: number): Promise<Cohort | null> {
  const row = await cohorts(work).where('id', '=', id).executeTakeFirst()
  return row ? cohortOf(row) : null
}

/** The cohort, whose seats nobody else gives until the end of this work. */
export async function lockCohort(work: Work<'ventures'>, id: number): Promise<Cohort | null> {
  // Not a lock of the row: whoever gives a seat back by her link may not write it.
  await sql`select pg_advisory_xact_lock(hashtext('seats of a cohort'), ${id}::int)`.execute(work.tx)
  return readCohort(work, id)
}

export async function insertCohort(
  work: Work<'ventures'>,
  cohort: Omit<Cohort, 'id' | 'seatsTaken' | 'status'>,
): Promise<number> {
  const { id } = await work.tx
    .insertInto('ventures.cohorts')
    .values({
      centre_id: cohort.centre,
      track: cohort.track,
      texts: JSON.stringify(cohort.texts),
      seats: cohort.seats,
      opens_on: cohort.opensOn,
      closes_on: cohort.closesOn,
      stages: [...cohort.stages],
      sectors: [...cohort.sectors],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when it was no longer `from`. */
export async function writeCohortStatus(
  work: Work<'ventures'>,
  id: number,
  { from, to }: { from: CohortStatus; to: CohortStatus },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.cohorts')
    .set({ status: to, ...(to === 'finished' && { finished_at: work.now }) })
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

export async function insertCriteria(
  work: Work<'ventures'>,
  { cohort, centre }: { cohort: number; centre: number },
  criteria: readonly Criterion[],
): Promise<void> {
  await work.tx
    .insertInto('ventures.criteria')
    .values(criteria.map((one) => ({ ...one, cohort_id: cohort, centre_id: centre })))
    .execute()
}

export async function readCriteria(work: Work<'ventures'>, cohort: number): Promise<Criterion[]> {
  return work.tx
    .selectFrom('ventures.criteria')
    .select(['position', 'label', 'weight'])
    .where('cohort_id', '=', cohort)
    .orderBy('position')
    .execute()
}

/** When and where a cohort meets. */
export interface CohortMeeting {
  id: number
  cohort: number
  place: string
  city: string
  timeZone: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

export async function readCohortMeetings(
  work: Work<'ventures' | 'network'>,
  ids: readonly number[],
): Promise<CohortMeeting[]> {
  const { rows } = await sql<CohortMeeting>`
    select m.id, m.cohort_id as cohort, p.name as place, p.city, p.time_zone as "timeZone", m.starts_at as "startsAt", m.ends_at as "endsAt"
    from ventures.cohort_meetings m join network.places p on p.id = m.place_id
    where m.cohort_id = any(${[...ids]}::int[]) order by m.starts_at`.execute(work.tx)
  return rows
}

export async function insertCohortMeeting(
  work: Work<'ventures'>,
  meeting: {
    centre: number
    cohort: number
    place: number
    space: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('ventures.cohort_meetings')
    .values({
      centre_id: meeting.centre,
      cohort_id: meeting.cohort,
      place_id: meeting.place,
      space_id: meeting.space,
      starts_at: meeting.startsAt,
      ends_at: meeting.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Meetings to come of a cohort are given up, and their rooms free. */
export async function deleteMeetingsToCome(work: Work<'ventures'>, cohort: number): Promise<void> {
  await work.tx
    .deleteFrom('ventures.cohort_meetings')
    .where('cohort_id', '=', cohort)
    .where('starts_at', '>', work.now)
    .execute()
}

/** The marks of a jury this work may see. */
export async function readScores(work: Work<'ventures'>, applications: readonly number[]): Promise<Score[]> {
  const { rows } = await sql<Score>`
    select application_id::int as application, criterion, member_id as member, score from ventures.scores
    where application_id = any(${[...applications]}::bigint[])`.execute(work.tx)
  return rows
}

/** Writes the marks of a member for an application; written again, they replace the first ones. */
export async function writeScores(
  work: Work<'ventures'>,
  {
    application,
    centre,
    member,
    given,
  }: {
    application: number
    centre: number
    member: number
    given: readonly { criterion: number; score: number }[]
  },
): Promise<void> {
  await work.tx
    .insertInto('ventures.scores')
    .values(
      given.map((one) => ({
        application_id: application,
        centre_id: centre,
        member_id: member,
        ...one,
        scored_at: work.now,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['application_id', 'criterion', 'member_id'])
        .doUpdateSet({ score: sql`excluded.score`, scored_at: work.now }),
    )
    .execute()
}

/** Forgets what juries gave for cohorts that began before a moment. Tells how many marks. */
export async function forgetScores(work: Work<'ventures'>, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{
    forgotten: number
  }>`select ventures.forget_scores(${before}) as forgotten`.execute(work.tx)
  return rows[0]?.forgotten ?? 0
}
