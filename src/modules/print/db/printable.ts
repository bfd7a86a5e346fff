import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What a member of a centre may choose to print: its places, and its sessions of the next four weeks. */
export async function readPrintable(work: Work<'programme' | 'network'>, centre: number, lang: Language) {
  const places = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy(sql`kind <> 'site'`)
    .orderBy('name')
    .execute()
  const { rows: sessions } = await sql<{ id: number; day: string; hour: string; title: string }>`
    select s.id, to_char(s.starts_at at time zone p.time_zone, 'YYYY-MM-DD') as day,
      to_char(s.starts_at at time zone p.time_zone, 'HH24:MI') as hour,
      coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}') as title
    from programme.sessions s join network.places p on p.id = s.place_id join programme.activities a on a.id = s.activity_id
    where s.centre_id = ${centre} and s.status = 'published'
      and s.starts_at between ${work.now.subtract({ hours: 24 })} and ${work.now.add({ hours: 24 * 28 })}
    order by s.starts_at, s.id`.execute(work.tx)
  const { time_zone: timeZone } = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return { places, sessions, timeZone }
}
