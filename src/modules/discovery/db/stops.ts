import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What a stop is beyond its place and hours. */
export interface StopDetails {
  status: 'planned' | 'cancelled'
  revision: number
  /** Titles of what one finds there. */
  offers: string[]
  /** Numbers of the sessions held there that one can join. */
  sessions: number[]
}

/** The rest of a stop; null when there is none of that number. */
export async function readStopDetails(
  work: Work<'network' | 'programme'>,
  id: number,
  lang: Language,
): Promise<StopDetails | null> {
  const { rows } = await sql<StopDetails>`
    select s.status, s.revision,
      array(select coalesce(a.texts #>> array[${lang}::text, 'title'], a.texts #>> '{fr,title}')
        from unnest(s.offers) with ordinality offered (slug, rank) join programme.activities a on a.slug = offered.slug
        order by offered.rank) as offers,
      array(select session.id from programme.sessions session
        where session.stop_id = s.id and session.status = 'published' and session.starts_at > ${work.now}
        order by session.starts_at, session.id) as sessions
    from network.stops s where s.id = ${id}`.execute(work.tx)
  return rows[0] ?? null
}
