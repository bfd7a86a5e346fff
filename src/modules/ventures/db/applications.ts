import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Application, ApplicationStatus } from '../domain/cohort.ts'

const applications = (work: Work<'ventures'>) =>
  work.tx
    .selectFrom('ventures.applications')
    .select([
      'id',
      'centre_id as centre',
      'cohort_id as cohort',
      'founder_id as founder',
      'motivation',
      'status',
      'sent_at as sentAt',
      'offer_until as offerUntil',
      sql<number | null>`points::float8`.as('points'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>
const applicationOf = (row: Row): Application => ({
  ...row,
  id: Number(row.id),
  founder: Number(row.founder),
  status: row.status as ApplicationStatus,
})

export async function readApplication(work: Work<'ventures'>, id: number): Promise<Application | null> {
  const row = await applications(work).where('id', '=', id).executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Who applied to a cohort, the first to have done so at the top. */
export async function readApplications(work: Work<'ventures'>, cohort: number): Promise<Application[]> {
  const rows = await applications(work)
    .where('cohort_id', '=', cohort)
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  return rows.map(applicationOf)
}

/** What a founder applied to, the latest first. */
export async function readApplicationsOf(work: Work<'ventures'>, founder: number): Promise<Application[]> {
  const rows = await applications(work).where('founder_id', '=', founder).orderBy('sent_at', 'desc').execute()
  return rows.map(applicationOf)
}

/** Sends an application, or sends again one that was withdrawn; null when there is a live one already. */
export async function sendApplication(
  work: Work<'ventures'>,
  application: { centre: number; cohort: number; founder: number; motivation: string },
): Promise<number | null> {
  const { rows } = await sql<{ id: string }>`
    insert into ventures.applications as a (centre_id, cohort_id, founder_id, motivation, status, sent_at)
    values (${application.centre}, ${application.cohort}, ${application.founder}, ${application.motivation}, 'sent', ${work.now})
    on conflict (cohort_id, founder_id) do update
      set motivation = excluded.motivation, status = 'sent', sent_at = excluded.sent_at, points = null, offer_until = null,
        decided_by = null, decided_at = null
      where a.status = 'withdrawn'
    returning id`.execute(work.tx)
  return rows[0] ? Number(rows[0].id) : null
}

/** Moves an application from one of some states to another; false when it is in none of them. */
export async function writeApplicationStatus(
  work: Work<'ventures'>,
  id: number,
  {
    from,
    to,
    member,
    offerUntil,
    points,
  }: {
    from: readonly ApplicationStatus[]
    to: ApplicationStatus
    member?: number
    offerUntil?: Temporal.Instant
    points?: number | null
  },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('ventures.applications')
    .set({
      status: to,
      decided_at: work.now,
      ...(member !== undefined && { decided_by: member }),
      ...(offerUntil && { offer_until: offerUntil }),
      ...(points !== undefined && { points }),
    })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Who waits for a seat, the best judged first, then the first to have applied. */
export async function readNextInLine(work: Work<'ventures'>, cohort: number): Promise<Application | null> {
  const row = await applications(work)
    .where('cohort_id', '=', cohort)
    .where('status', '=', 'waiting')
    .orderBy(sql`points desc nulls last, sent_at, id`)
    .limit(1)
    .executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** Offers nobody answered in time, cohort by cohort. */
export async function readLateOffers(work: Work<'ventures'>): Promise<Application[]> {
  const rows = await applications(work)
    .where('status', '=', 'offered')
    .where('offer_until', '<', work.now)
    .orderBy('cohort_id')
    .orderBy('id')
    .execute()
  return rows.map(applicationOf)
}

export type Came = 'present' | 'absent' | 'excused'

/** Who came to which meetings of a cohort: by application, then by meeting. */
export async function readPresences(
  work: Work<'ventures'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, Came>>> {
  const { rows } = await sql<{ application: number; meeting: number; came: Came }>`
    select application_id::int as application, meeting_id as meeting, came from ventures.cohort_presences
    where application_id = any(${[...ids]}::bigint[])`.execute(work.tx)
  const byApplication = Map.groupBy(rows, ({ application }) => application)
  return new Map(
    [...byApplication].map(([id, marks]) => [id, new Map(marks.map(({ meeting, came }) => [meeting, came]))]),
  )
}

/** Notes who came to a meeting; null takes the mark back. */
export async function writePresence(
  work: Work<'ventures'>,
  mark: { meeting: number; application: number; centre: number; came: Came | null; member: number },
): Promise<void> {
  if (mark.came === null)
    await work.tx
      .deleteFrom('ventures.cohort_presences')
      .where('meeting_id', '=', mark.meeting)
      .where('application_id', '=', mark.application)
      .execute()
  else
    await work.tx
      .insertInto('ventures.cohort_presences')
      .values({
        meeting_id: mark.meeting,
        application_id: mark.application,
        centre_id: mark.centre,
        came: mark.came,
        marked_by: mark.member,
      })
      .onConflict((on) =>
        on
          .columns(['meeting_id', 'application_id'])
          .doUpdateSet({ came: mark.came as string, marked_by: mark.member }),
      )
      .execute()
}
