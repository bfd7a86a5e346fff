import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A session held during a stop. */
export interface SessionHere {
  id: number
  title: string
  status: string
  joined: number
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
}

/** The sessions of some stops that are not cancelled, in order. */
export async function readSessionsHere(
  work: Work<'programme' | 'network'>,
  stops: readonly number[],
  lang: Language,
): Promise<SessionHere[]> {
  const { rows } = await sql<
    Omit<SessionHere, 'start' | 'end'> & {
      starts: Temporal.Instant
      ends: Temporal.Instant
      zone: string
    }
  >`select s.id, s.status, s.seats_taken as joined, s.starts_at as starts, s.ends_at as ends, p.time_zone as zone,
      coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}') as title
    from programme.sessions s join programme.activities a on a.id = s.activity_id join network.places p on p.id = s.place_id
    where s.stop_id = any(${[...stops]}::int[]) and s.status <> 'cancelled'
    order by s.starts_at, s.id`.execute(work.tx)
  return rows.map(({ starts, ends, zone, ...row }) => ({
    ...row,
    start: starts.toZonedDateTimeISO(zone),
    end: ends.toZonedDateTimeISO(zone),
  }))
}

/** What may be offered at a stop: the activities ready for use, by title. */
export async function readOffers(
  work: Work<'programme'>,
  centre: number,
  lang: Language,
): Promise<{ slug: string; title: string }[]> {
  const title = sql<string>`coalesce(texts #>> array[${lang}::text, 'title'], texts #>> '{fr,title}')`
  return work.tx
    .selectFrom('programme.activities')
    .select(['slug', title.as('title')])
    .where('status', '=', 'ready')
    .where((q) => q.or([q('centre_id', 'is', null), q('centre_id', '=', centre)]))
    .orderBy(title)
    .execute()
}

/** The zone of a centre: its proposals and its stops without a place yet are said in it. */
export async function readCentreZone(work: Work<'network'>, centre: number): Promise<string> {
  const row = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return row.time_zone
}

/** Numbers of the sessions of a centre one can still join, the soonest first. */
export async function readOpenSessions(work: Work<'programme'>, centre: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('programme.sessions')
    .select('id')
    .where('centre_id', '=', centre)
    .where('status', '=', 'published')
    .where('lead_id', 'is', null)
    .where('starts_at', '>', work.now)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(40)
    .execute()
  return rows.map(({ id }) => id)
}
