import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Session } from '../domain/session.ts'
import { sessionOf } from './listed.ts'

/** Where a list stopped: the session after which it goes on. */
export interface ListPlace {
  startsAt: Temporal.Instant
  id: number
}

export interface ListWish {
  need?: string | undefined
  theme?: string | undefined
  format?: string | undefined
  after: ListPlace | null
  limit: number
}

/** Published sessions to come, soonest first; `next` is null at the end. */
export async function listSessions(
  work: Work<'programme'>,
  wish: ListWish,
): Promise<{ sessions: Session[]; next: ListPlace | null }> {
  let query = work.tx
    .selectFrom('programme.listed_sessions')
    .selectAll()
    .where('status', '=', 'published')
    // A course is listed once, by the date one joins.
    .where('lead_id', 'is', null)
    .where('starts_at', '>', work.now)
  if (wish.need !== undefined) query = query.where(sql<boolean>`${wish.need}::text = any(needs)`)
  if (wish.theme !== undefined) query = query.where('theme', '=', wish.theme)
  if (wish.format !== undefined) query = query.where('format', '=', wish.format)
  if (wish.after)
    query = query.where(
      sql<boolean>`(starts_at, id) > (${wish.after.startsAt}::timestamptz, ${wish.after.id}::int)`,
    )
  const rows = (
    await query
      .orderBy('starts_at')
      .orderBy('id')
      .limit(wish.limit + 1)
      .execute()
  ).map(sessionOf)
  const sessions = rows.slice(0, wish.limit)
  const last = rows.length > wish.limit ? sessions.at(-1) : undefined
  return { sessions, next: last ? { startsAt: last.start.toInstant(), id: last.id } : null }
}
