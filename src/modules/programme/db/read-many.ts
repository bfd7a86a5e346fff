import type { Work } from '#platform/work/index.ts'
import type { Session } from '../domain/session.ts'
import { sessionOf } from './listed.ts'

/** The sessions of these numbers, in the order of the numbers; unknown ones are left out. */
export async function readSessions(work: Work<'programme'>, ids: readonly number[]): Promise<Session[]> {
  if (ids.length === 0) return []
  const rows = await work.tx
    .selectFrom('programme.listed_sessions')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [Number(row.id), sessionOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
