import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export type KeyKind = 'ed25519' | 'rs256'

/** A public key badges are, or were, signed with. */
export interface PublishedKey {
  id: number
  kind: KeyKind
  /** A multikey (« z6Mk… »), or a JWK in JSON. */
  published: string
  from: Temporal.Instant
  /** Null: in use. */
  retired: Temporal.Instant | null
}

/** Every key there ever was, the oldest first. */
export async function readKeys(work: Work<'badges'>): Promise<PublishedKey[]> {
  const rows = await work.tx
    .selectFrom('badges.keys')
    .select(['id', 'kind', 'published', 'from_at as from', 'retired_at as retired'])
    .orderBy('id')
    .execute()
  return rows as PublishedKey[]
}

/** The key in use of a kind with its sealed private half; null before the first one. */
export async function readSigningKey(
  work: Work<'badges'>,
  kind: KeyKind,
): Promise<{ id: number; published: string; sealed: Buffer } | null> {
  const row = await work.tx
    .selectFrom('badges.keys as k')
    .innerJoin('badges.private_keys as p', 'p.key_id', 'k.id')
    .select(['k.id', 'k.published', 'p.sealed'])
    .where('k.kind', '=', kind)
    .where('k.retired_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Writes a new key in use. Another one of its kind in use is a unique violation. */
export async function insertKey(
  work: Work<'badges'>,
  key: { kind: KeyKind; published: string; sealed: Buffer },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('badges.keys')
    .values({ kind: key.kind, published: key.published, from_at: work.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await work.tx.insertInto('badges.private_keys').values({ key_id: id, sealed: key.sealed }).execute()
  return id
}

/** Retires the keys in use and erases their private halves: nobody signs with them any more. */
export async function retireKeys(work: Work<'badges'>): Promise<number> {
  const { numUpdatedRows } = await work.tx
    .updateTable('badges.keys')
    .set({ retired_at: work.now })
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  await sql`delete from badges.private_keys p using badges.keys k where k.id = p.key_id and k.retired_at is not null`.execute(
    work.tx,
  )
  return Number(numUpdatedRows)
}
