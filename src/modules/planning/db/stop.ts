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
