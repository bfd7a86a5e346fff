import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Something one may print: its number, when it is (at the place), and its name. */
export interface Printable {
  id: number
  /** Day and hour, where it is: 2026-12-01T14:00. */
  at: string
  name: string
}

/** What a member of a centre may choose to print: its places, and what is to come in the next weeks. */
export async function readPrintable(work: Work<'programme' | 'network'>, centre: number, lang: Language) {
  const since = work.now.subtract({ hours: 24 })
  const places = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy(sql`kind <> 'site'`)
    .orderBy('name')
    .execute()
  const title = sql`coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}')`
  const local = (moment: string) =>
    sql`to_char(${sql.raw(moment)} at time zone p.time_zone, 'YYYY-MM-DD"T"HH24:MI')`
  const { rows: sessions } = await sql<Printable>`
    select s.id, ${local('s.starts_at')} as at, ${title} as name
    from programme.sessions s join network.places p on p.id = s.place_id join programme.activities a on a.id = s.activity_id
    where s.centre_id = ${centre} and s.status = 'published' and s.starts_at between ${since} and ${work.now.add({ hours: 24 * 28 })}
    order by s.starts_at, s.id`.execute(work.tx)
  const { rows: series } = await sql<Printable>`
    select s.series_id as id, ${local('min(s.starts_at)')} as at, ${title} || ', ' || p.name as name
    from programme.sessions s join network.places p on p.id = s.place_id join programme.activities a on a.id = s.activity_id
    where s.centre_id = ${centre} and s.status = 'published' and s.series_id is not null and s.starts_at > ${since}
    group by s.series_id, p.time_zone, p.name, a.texts order by min(s.starts_at), s.series_id`.execute(
    work.tx,
  )
  const { rows: stops } = await sql<Printable>`
    select s.id, ${local('s.starts_at')} as at, p.name from network.stops s join network.places p on p.id = s.place_id
    where s.centre_id = ${centre} and s.status = 'planned' and s.ends_at > ${work.now} order by s.starts_at, s.id limit 100`.execute(
    work.tx,
  )
  const { time_zone: timeZone } = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return { places, sessions, series, stops, timeZone }
}
