import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { mostTries } from '../domain/code.ts'

/** How many codes a member was sent since a moment. */
export async function countCodes(
  work: Work<'access'>,
  member: number,
  since: Temporal.Instant,
): Promise<number> {
  const row = await work.tx
    .selectFrom('access.sign_in_codes')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('member_id', '=', member)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Writes a code; the ones before it serve no more. */
export async function insertCode(
  work: Work<'access'>,
  code: { member: number; hash: Buffer; sealed: Buffer; expiresAt: Temporal.Instant },
): Promise<number> {
  await work.tx
    .updateTable('access.sign_in_codes')
    .set({ used_at: work.now })
    .where('member_id', '=', code.member)
    .where('used_at', 'is', null)
    .execute()
  const row = await work.tx
    .insertInto('access.sign_in_codes')
    .values({
      member_id: code.member,
      code_hash: code.hash,
      code_sealed: code.sealed,
      created_at: work.now,
      expires_at: code.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Counts a try on the member's code that may still be tried, and keeps the row: two tries at once are two tries. */
export async function tryCode(
  work: Work<'access'>,
  member: number,
): Promise<{ id: number; hash: Buffer } | null> {
  const row = await work.tx
    .updateTable('access.sign_in_codes')
    .set({ tries: sql`tries + 1` })
    .where('member_id', '=', member)
    .where('used_at', 'is', null)
    .where('expires_at', '>', work.now)
    .where('tries', '<', mostTries)
    .returning(['id', 'code_hash as hash'])
    .executeTakeFirst()
  return row ?? null
}

export async function markCodeUsed(work: Work<'access'>, id: number): Promise<void> {
  await work.tx.updateTable('access.sign_in_codes').set({ used_at: work.now }).where('id', '=', id).execute()
}

/** A code and whom it is for, to write its message. */
export async function readCodeToSend(work: Work<'access'>, id: number) {
  const row = await work.tx
    .selectFrom('access.sign_in_codes as code')
    .innerJoin('access.members as member', 'member.id', 'code.member_id')
    .select([
      'code.code_sealed as codeSealed',
      'code.expires_at as expiresAt',
      'code.used_at as usedAt',
      'code.tries',
    ])
    .select([
      'member.centre_id as centre',
      'member.language',
      'member.phone_sealed as phoneSealed',
      'member.email_sealed as emailSealed',
    ])
    .where('code.id', '=', id)
    .where('member.active', '=', true)
    .executeTakeFirst()
  return row ?? null
}

/** The code a member may use now, as it is kept; null when she has none. */
export async function readWaitingCode(work: Work<'access'>, member: number): Promise<Buffer | null> {
  const row = await work.tx
    .selectFrom('access.sign_in_codes')
    .select('code_sealed as sealed')
    .where('member_id', '=', member)
    .where('used_at', 'is', null)
    .where('expires_at', '>', work.now)
    .where('tries', '<', mostTries)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.sealed ?? null
}
