import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** A session still to come, and the hosts it lacks. Times are in the place's zone. */
export interface OpenNeed {
  session: number
  centre: number
  status: 'draft' | 'published' | 'cancelled'
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  place: number
  placeName: string
  stop: number | null
  title: Record<string, string>
  /** How many hosts are missing: 0 when it has all of them. */
  hosts: number
  /** Skills nobody among its hosts has. */
  skills: string[]
  languages: string[]
  preparationMinutes: number
  tidyMinutes: number
  /** Grows each time it moves, and when it is cancelled. */
  revision: number
}

type Row = Omit<OpenNeed, 'start' | 'end'> & {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  zone: string
}

const fields = sql`s.id as session, s.centre_id as centre, s.status, s.starts_at as "startsAt", s.ends_at as "endsAt",
  p.time_zone as zone, p.id as place, p.name as "placeName", s.stop_id as stop,
  (select jsonb_object_agg(lang, words ->> 'title') from jsonb_each(a.texts) as text(lang, words)) as title,
  greatest(0, s.hosts_needed - (select count(*) from programme.session_hosts h where h.session_id = s.id))::int as hosts,
  planning.skills_missing(s.id) as skills, s.languages, s.preparation_minutes as "preparationMinutes",
  s.tidy_minutes as "tidyMinutes", s.revision`
const tables = sql`programme.sessions s join network.places p on p.id = s.place_id
  join programme.activities a on a.id = s.activity_id`

const needOf = ({ startsAt, endsAt, zone, ...row }: Row): OpenNeed => ({
  ...row,
  start: startsAt.toZonedDateTimeISO(zone),
  end: endsAt.toZonedDateTimeISO(zone),
})

/**
 * The session a host would take, its row locked until the transaction ends: whoever answers at the same moment waits, and
 * then sees who has it. Null when it is not of this centre.
 */
export async function lockNeed(work: Work<Schemas>, session: number): Promise<OpenNeed | null> {
  // Locked first: a count made in the same statement would be of the moment before the lock.
  await sql`select from programme.sessions where id = ${session} for update`.execute(work.tx)
  return readNeed(work, session)
}

/** The same, without waiting for anybody. */
export async function readNeed(work: Work<Schemas>, session: number): Promise<OpenNeed | null> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const { rows } =
    await sql<Row>`select ${fields} from ${tables} where s.id = ${session} and s.centre_id = ${centre}`.execute(
      work.tx,
    )
  return rows[0] ? needOf(rows[0]) : null
}

/** Sessions of a centre that begin before a moment and lack a host, the soonest first. */
export async function readNeeds(
  work: Work<Schemas>,
  centre: number,
  until: Temporal.Instant,
): Promise<OpenNeed[]> {
  const { rows } = await sql<Row>`
    select ${fields} from ${tables}
    where s.centre_id = ${centre} and s.status <> 'cancelled' and s.starts_at > ${work.now} and s.starts_at < ${until}
      and s.hosts_needed > (select count(*) from programme.session_hosts h where h.session_id = s.id)
    order by s.starts_at, s.id`.execute(work.tx)
  return rows.map(needOf)
}

/** Whether somebody hosts a session. */
export async function isHost(work: Work<Schemas>, session: number, member: number): Promise<boolean> {
  const row = await work.tx
    .selectFrom('programme.session_hosts')
    .select('member_id')
    .where('session_id', '=', session)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes somebody a host. Throws a clash when she is elsewhere then, see `isClash`. */
export async function insertHost(
  work: Work<Schemas>,
  need: Pick<OpenNeed, 'session' | 'centre'>,
  member: number,
): Promise<void> {
  await work.tx
    .insertInto('programme.session_hosts')
    .values({ session_id: need.session, member_id: member, centre_id: need.centre })
    .onConflict((q) => q.doNothing())
    .execute()
}

/** Takes somebody off a session; false when she was not on it. */
export async function deleteHost(work: Work<Schemas>, session: number, member: number): Promise<boolean> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('programme.session_hosts')
    .where('session_id', '=', session)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** Sessions somebody hosts from now on, the soonest first. */
export async function readHostedAhead(work: Work<Schemas>, member: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('programme.session_hosts as h')
    .innerJoin('programme.sessions as s', 's.id', 'h.session_id')
    .select('s.id')
    .where('h.member_id', '=', member)
    .where('s.status', '<>', 'cancelled')
    .where('s.ends_at', '>', work.now)
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id }) => id)
}
