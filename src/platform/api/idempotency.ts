import { sql } from '#platform/database/index.ts'
import { hashOf, type Seal } from '#platform/seal/index.ts'
import type { Actor, Work } from '#platform/work/index.ts'
import type { Given, Outcome } from './operation.ts'

/** Hours an answer is kept: seven days. */
export const keptHours = 7 * 24

/** A request that may come again: its key, and what makes it the same request. */
export interface Repeatable {
  key: string
  method: string
  path: string
  text: string
}

/** The key of another client, centre or address is another key. */
const scopeOf = (actor: Actor) =>
  `${actor.kind} ${'centre' in actor ? actor.centre : ''} ${actor.kind === 'key' ? actor.key : ''}`

/**
 * Does once what is asked several times. The row is claimed first: a second request in flight waits on its unique key
 * until the first commits, then gets the same answer. The answer is written in the transaction it tells of, sealed (it
 * may hold a token). A refusal rolls everything back and is not kept: nothing happened, and asking again may succeed.
 */
export async function once<R extends string>(
  work: Work<'platform'>,
  seal: Seal,
  request: Repeatable,
  act: () => Promise<Outcome<R>>,
): Promise<Outcome<R | 'idempotency-key-reused'>> {
  const keyHash = hashOf([scopeOf(work.actor), request.method, request.path, request.key].join('\n'))
  // Keyed: a plain hash of a short body could be found by trying phone numbers.
  const bodyHash = seal.fingerprint(`body:${request.text}`)
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const claimed = await work.tx
    .insertInto('platform.idempotency')
    .values({ key_hash: keyHash, centre_id: centre, body_hash: bodyHash, created_at: work.now })
    .onConflict((conflict) =>
      conflict
        .column('key_hash')
        .doUpdateSet({ body_hash: bodyHash, created_at: work.now, status: null, answer_sealed: null })
        .where('platform.idempotency.created_at', '<', work.now.subtract({ hours: keptHours })),
    )
    .returning('key_hash')
    .executeTakeFirst()
  if (!claimed) return replay(work, seal, keyHash, bodyHash)
  const outcome = await act()
  if (!outcome.ok) return outcome
  const { status, body, headers } = outcome.value
  await work.tx
    .updateTable('platform.idempotency')
    .set({ status, answer_sealed: seal.close(JSON.stringify({ body, headers })) })
    .where('key_hash', '=', keyHash)
    .execute()
  return outcome
}

async function replay(
  work: Work<'platform'>,
  seal: Seal,
  keyHash: Buffer,
  bodyHash: Buffer,
): Promise<Outcome<'idempotency-key-reused'>> {
  const row = await work.tx
    .selectFrom('platform.idempotency')
    .select(['body_hash', 'status', 'answer_sealed'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  if (!row?.status || !row.answer_sealed || !row.body_hash.equals(bodyHash))
    return { ok: false, refusal: 'idempotency-key-reused' }
  const { body, headers } = JSON.parse(seal.open(row.answer_sealed)) as Pick<Given, 'body' | 'headers'>
  return {
    ok: true,
    value: { status: row.status, body, headers: { ...headers, 'idempotent-replayed': 'true' } },
  }
}

/** Forgets answers older than seven days; answers how many. */
export async function purgeAnswers(work: Work<'platform'>): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (delete from platform.idempotency where created_at < ${work.now.subtract({ hours: keptHours })} returning 1)
    select count(*)::int as gone from gone`.execute(work.tx)
  return rows[0]?.gone ?? 0
}
