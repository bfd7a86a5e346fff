import type { Work } from '#platform/work/index.ts'
import type { Member } from '../domain/member.ts'
import { longestHours } from '../domain/sign-in.ts'

export async function insertSignIn(work: Work<'access'>, tokenHash: Buffer, member: number): Promise<void> {
  await work.tx
    .insertInto('access.sign_ins')
    .values({
      token_hash: tokenHash,
      member_id: member,
      created_at: work.now,
      seen_at: work.now,
      expires_at: work.now.add({ hours: longestHours }),
    })
    .execute()
}

/** The sign-in of a browser and its member; null when nobody is, or when the member left the team. */
export async function readSignIn(
  work: Work<'access'>,
  tokenHash: Buffer,
): Promise<{ seenAt: Temporal.Instant; expiresAt: Temporal.Instant; member: Member } | null> {
  const row = await work.tx
    .selectFrom('access.sign_ins as signIn')
    .innerJoin('access.members as member', 'member.id', 'signIn.member_id')
    .select(['signIn.seen_at as seenAt', 'signIn.expires_at as expiresAt'])
    .select(['member.id', 'member.centre_id as centre', 'member.name', 'member.role', 'member.language'])
    .where('signIn.token_hash', '=', tokenHash)
    .where('member.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const { seenAt, expiresAt, ...member } = row
  return { seenAt, expiresAt, member: member as Member }
}

export async function writeSeen(work: Work<'access'>, tokenHash: Buffer): Promise<void> {
  await work.tx
    .updateTable('access.sign_ins')
    .set({ seen_at: work.now })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** The member who was signed in there, or null. */
export async function deleteSignIn(work: Work<'access'>, tokenHash: Buffer): Promise<number | null> {
  const row = await work.tx
    .deleteFrom('access.sign_ins')
    .where('token_hash', '=', tokenHash)
    .returning('member_id')
    .executeTakeFirst()
  return row?.member_id ?? null
}

/** Codes of the day before and sign-ins that hold no more. */
export async function deletePast(work: Work<'access'>): Promise<{ codes: number; signIns: number }> {
  const codes = await work.tx
    .deleteFrom('access.sign_in_codes')
    .where('expires_at', '<', work.now.subtract({ hours: 24 }))
    .executeTakeFirst()
  const signIns = await work.tx
    .deleteFrom('access.sign_ins')
    .where('expires_at', '<', work.now)
    .executeTakeFirst()
  return { codes: Number(codes.numDeletedRows), signIns: Number(signIns.numDeletedRows) }
}
