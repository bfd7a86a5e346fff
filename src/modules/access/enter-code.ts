import { timingSafeEqual } from 'node:crypto'
import type { Work } from '#platform/work/index.ts'
import { insertAudit } from './db/audit.ts'
import { markCodeUsed, tryCode } from './db/code.ts'
import { lockMemberOf } from './db/member.ts'
import { deleteSignIn, insertSignIn } from './db/sign-in.ts'
import type { Member } from './domain/member.ts'

export interface EnterCode {
  contactKey: Buffer
  /** Keyed fingerprint of the six digits typed; null when they were not six digits. */
  codeHash: Buffer | null
  /** Of the new cookie, made for this sign-in and no other. */
  tokenHash: Buffer
  /** Of the cookie this browser had: it serves no more. */
  formerTokenHash: Buffer | null
}

/**
 * Signs a member in. A wrong code is an answer and not a refusal: a refusal would be rolled back, and with it the try
 * that must be counted. Unknown contact, wrong, used, expired or worn-out code are one and the same answer.
 */
export async function enterCode(
  work: Work<'access'>,
  command: EnterCode,
): Promise<{ member: Member | null }> {
  const member = await lockMemberOf(work, command.contactKey)
  const code = member && command.codeHash && (await tryCode(work, member.id))
  if (!member || !code || !command.codeHash || !timingSafeEqual(code.hash, command.codeHash)) {
    if (member) await writeDown(work, member, 'sign-in.refused')
    return { member: null }
  }
  await markCodeUsed(work, code.id)
  await letIn(work, member, command)
  return { member }
}

/** Opens the sign-in of a member whose code was right, or of a fictional one in the demo. */
export async function letIn(
  work: Work<'access'>,
  member: Member,
  command: Pick<EnterCode, 'tokenHash' | 'formerTokenHash'>,
): Promise<void> {
  if (command.formerTokenHash) await deleteSignIn(work, command.formerTokenHash)
  await insertSignIn(work, command.tokenHash, member.id)
  await writeDown(work, member, 'sign-in.made')
}

const writeDown = (work: Work<'access'>, member: Member, action: string) =>
  insertAudit(work, {
    centre: member.centre,
    member: member.id,
    role: member.role,
    action,
    subject: `member:${member.id}`,
  })
