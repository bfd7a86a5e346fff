import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A moment when people of a centre are there anyway: an opening of the lab, or a session. Times in the place's zone. */
export interface Moment {
  kind: 'opening' | 'session'
  id: number
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  place: string
  city: string
  /** The session's words by language; null for an opening. */
  titles: Readonly<Record<string, { title: string }>> | null
}

interface Row {
  kind: 'opening' | 'session'
  id: number
  starts: Temporal.Instant
  ends: Temporal.Instant
  zone: string
  place: string
  city: string
  titles: Moment['titles']
}

const momentOf = ({ starts, ends, zone, ...row }: Row): Moment => ({
  ...row,
  start: starts.toZonedDateTimeISO(zone),
  end: ends.toZonedDateTimeISO(zone),
})

/** The next moments of a centre, soonest first: openings of its lab, and sessions where one can sit down and be helped. */
export async function readMoments(
  work: Work<'fablab' | 'programme' | 'network'>,
  centre: number,
  most = 8,
): Promise<Moment[]> {
  const { rows } = await sql<Row>`
    (select 'opening' as kind, o.id, o.starts_at as starts, o.ends_at as ends, p.time_zone as zone, p.name as place, p.city,
        null::jsonb as titles
      from fablab.openings o join network.places p on p.id = o.place_id
      where o.centre_id = ${centre} and o.starts_at > ${work.now} order by o.starts_at limit ${most})
    union all
    (select 'session', s.id, s.starts_at, s.ends_at, s.time_zone, s.place_name, s.city, s.texts
      from programme.listed_sessions s
      where s.centre_id = ${centre} and s.status = 'published' and s.lead_id is null and s.starts_at > ${work.now}
        and s.format in ('workshop', 'fablab', 'clinic')
      order by s.starts_at limit ${most})
    order by starts, kind limit ${most}`.execute(work.tx)
  return rows.map(momentOf)
}

/** Moments by their numbers; one that was cancelled, or is no longer there, is left out. */
export async function readMomentsOf(
  work: Work<'fablab' | 'programme' | 'network'>,
  wanted: readonly { openingId: number | null; sessionId: number | null }[],
): Promise<(one: { openingId: number | null; sessionId: number | null }) => Moment | null> {
  const openings = wanted.flatMap(({ openingId }) => openingId ?? [])
  const sessions = wanted.flatMap(({ sessionId }) => sessionId ?? [])
  const { rows } = await sql<Row>`
    select 'opening' as kind, o.id, o.starts_at as starts, o.ends_at as ends, p.time_zone as zone, p.name as place, p.city,
        null::jsonb as titles
      from fablab.openings o join network.places p on p.id = o.place_id where o.id = any(${openings}::int[])
    union all
    select 'session', s.id, s.starts_at, s.ends_at, s.time_zone, s.place_name, s.city, s.texts
      from programme.listed_sessions s where s.id = any(${sessions}::int[]) and s.status = 'published'`.execute(
    work.tx,
  )
  const found = new Map(rows.map((row) => [`${row.kind}.${row.id}`, momentOf(row)]))
  return ({ openingId, sessionId }) =>
    found.get(openingId === null ? `session.${sessionId}` : `opening.${openingId}`) ?? null
}
