import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

type Schemas = 'programme'

/** The sealed link of the actor's own agenda; null when she has none. */
export async function readHostFeed(work: Work<Schemas>, member: number): Promise<Buffer | null> {
  const row = await work.tx
    .selectFrom('programme.host_feeds')
    .select('token_sealed')
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row?.token_sealed ?? null
}

/** Writes the link of her agenda in place of the one she had. */
export async function writeHostFeed(
  work: Work<Schemas>,
  feed: { centre: number; member: number; hash: Buffer; sealed: Buffer },
): Promise<void> {
  const token = { token_hash: feed.hash, token_sealed: feed.sealed, created_at: work.now }
  await work.tx
    .insertInto('programme.host_feeds')
    .values({ member_id: feed.member, centre_id: feed.centre, ...token })
    .onConflict((q) => q.column('member_id').doUpdateSet(token))
    .execute()
}

export async function deleteHostFeed(work: Work<Schemas>, member: number): Promise<void> {
  await work.tx.deleteFrom('programme.host_feeds').where('member_id', '=', member).execute()
}

/** Whose agenda a link opens; null for an unknown one, and once she has left the team. */
export async function readHostOfFeed(
  work: Work<Schemas>,
  hash: Buffer,
): Promise<{ member: number; name: string } | null> {
  const { rows } = await sql<{ member: number; name: string }>`
    select member, name from programme.host_of_feed(${hash})`.execute(work.tx)
  return rows[0] ?? null
}
