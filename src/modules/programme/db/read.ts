import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Session } from '../domain/session.ts'
import { sessionOf } from './listed.ts'

/** The session of a number, or of a short code; null when it is unknown (a draft is unknown outside its centre). */
export async function readSession(
  work: Work<'programme'>,
  key: number | { code: string },
): Promise<Session | null> {
  if (typeof key === 'number' && (!Number.isSafeInteger(key) || key < 1 || key > 2_147_483_647)) return null
  let query = work.tx.selectFrom('programme.listed_sessions').selectAll()
  query = typeof key === 'number' ? query.where('id', '=', key) : query.where('code', '=', key.code)
  const row = await query.executeTakeFirst()
  return row ? sessionOf(row) : null
}

/** First names and languages of those who welcome at a session. */
export async function readHosts(
  work: Work<'programme' | 'access'>,
  session: number,
): Promise<{ id: number; name: string; languages: string[] }[]> {
  const rows = await work.tx
    .selectFrom('programme.session_hosts as host')
    .innerJoin('access.welcoming_names as member', 'member.id', 'host.member_id')
    .select(['member.id', 'member.name', 'member.languages'])
    .where('host.session_id', '=', session)
    .orderBy('member.name')
    .execute()
  return rows.map((row) => ({ id: Number(row.id), name: String(row.name), languages: row.languages ?? [] }))
}

/** A centre's sessions that begin in a window, in order; of one member's when she is given. */
export async function readSessionsOfCentre(
  work: Work<'programme'>,
  wish: { centre: number; from: Temporal.Instant; to: Temporal.Instant; host?: number },
): Promise<Session[]> {
  let query = work.tx
    .selectFrom('programme.listed_sessions')
    .selectAll()
    .where('centre_id', '=', wish.centre)
    .where('starts_at', '>=', wish.from)
    .where('starts_at', '<', wish.to)
  if (wish.host !== undefined)
    query = query.where('id', 'in', (q) =>
      q
        .selectFrom('programme.session_hosts')
        .select('session_id')
        .where('member_id', '=', wish.host as number),
    )
  return (await query.orderBy('starts_at').orderBy('id').execute()).map(sessionOf)
}

/**
 * The nearest similar sessions one can still join: same activity first, then same theme, by distance on the ground and
 * by date (two kilometres weigh a day, as in the search).
 */
export async function readSimilar(work: Work<'programme'>, session: Session, count = 3): Promise<Session[]> {
  const rows = await work.tx
    .selectFrom('programme.listed_sessions as other')
    .selectAll('other')
    .where('other.id', '<>', session.id)
    .where('other.status', '=', 'published')
    .where('other.lead_id', 'is', null)
    .where('other.starts_at', '>', work.now)
    .where('other.starts_at', '<', work.now.add({ hours: 24 * 56 }))
    .where('other.theme', '=', session.activity.theme)
    .where(sql<boolean>`other.seats_left > 0`)
    .orderBy(sql`other.activity_id <> ${session.activity.id}`)
    .orderBy(
      sql`coalesce((other.position <-> (select position from network.places where id = ${session.place.id})) * 6371, 1000)
        + 2 * abs(extract(epoch from other.starts_at - ${session.start.toInstant()}::timestamptz)) / 86400`,
    )
    .limit(count)
    .execute()
  return rows.map(sessionOf)
}
