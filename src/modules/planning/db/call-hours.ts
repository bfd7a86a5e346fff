import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Hours somebody gave by hosting one session. */
export interface Given {
  session: number
  member: number
  organisation: number | null
  /** The day, at the place. */
  day: string
  minutes: number
}

/** Every centre, by number. */
export async function readCentresWithHours(work: Work<'network'>): Promise<number[]> {
  const rows = await work.tx.selectFrom('network.centres').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/**
 * What the hosts of a centre gave in sessions that ended after a moment and took place: somebody was marked present, or
 * counted. Preparation and tidying up are hours too.
 */
export async function readGiven(
  work: Work<'programme' | 'attendance' | 'access' | 'network'>,
  centre: number,
  since: Temporal.Instant,
): Promise<Given[]> {
  const { rows } = await sql<Given>`
    select s.id as session, m.id as member, m.organisation_id as organisation,
      to_char(s.starts_at at time zone p.time_zone, 'YYYY-MM-DD') as day,
      least(1440, ceil(extract(epoch from s.ends_at - s.starts_at) / 60) + s.preparation_minutes + s.tidy_minutes)::int as minutes
    from programme.sessions s
    join network.places p on p.id = s.place_id
    join programme.session_hosts h on h.session_id = s.id
    join access.members m on m.id = h.member_id
    join attendance.session_figures came on came.session_id = s.id
    where s.centre_id = ${centre} and s.status = 'published' and s.ends_at > ${since} and s.ends_at <= ${work.now}
      and came.present + came.unnamed > 0
    order by s.id, m.id`.execute(work.tx)
  return rows
}
