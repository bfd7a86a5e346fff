import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Somebody who asked to be called. The phone is sealed. */
export interface CallBack {
  id: number
  name: string
  phone_sealed: Buffer
  language: string
  near: string
  need: string | null
  created_at: Temporal.Instant
}

/** Writes the request; one still open for the same phone is the same request, and nothing is added. */
export async function writeCallBack(
  work: Work<'people'>,
  row: {
    centre: number
    name: string
    key: Buffer
    phoneSealed: Buffer
    language: string
    near: string
    need: string | null
  },
): Promise<void> {
  // No target is named: whoever asks may not read the table, so « on conflict (…) » would be refused.
  await sql`insert into people.call_backs (centre_id, name, contact_key, phone_sealed, language, near, need, created_at)
    values (${row.centre}, ${row.name}, ${row.key}, ${row.phoneSealed}, ${row.language}, ${row.near}, ${row.need}, ${work.now})
    on conflict do nothing`.execute(work.tx)
}

/** Requests still open that this member may see, the oldest first. */
export async function readOpenCallBacks(work: Work<'people'>): Promise<CallBack[]> {
  return await work.tx
    .selectFrom('people.call_backs')
    .select(['id', 'name', 'phone_sealed', 'language', 'near', 'need', 'created_at'])
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Marks one as done; false when there is none this member may see. Done twice, the first time stays. */
export async function markCalled(work: Work<'people'>, id: number, member: number | null): Promise<boolean> {
  const row = await work.tx
    .updateTable('people.call_backs')
    .set({ done_at: sql`coalesce(done_at, ${work.now})`, done_by: sql`coalesce(done_by, ${member})` })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
