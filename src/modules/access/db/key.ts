import type { Work } from '#platform/work/index.ts'

export async function insertKey(
  work: Work<'access'>,
  key: { centre: number; scope: 'plan'; hash: Buffer },
): Promise<void> {
  await work.tx
    .insertInto('access.api_keys')
    .values({ centre_id: key.centre, scope: key.scope, key_hash: key.hash, created_at: work.now })
    .execute()
}

export async function readKey(
  work: Work<'access'>,
  hash: Buffer,
): Promise<{ id: number; centre: number } | null> {
  const row = await work.tx
    .selectFrom('access.api_keys')
    .select(['id', 'centre_id as centre'])
    .where('key_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
