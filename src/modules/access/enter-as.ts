import type { Seal } from '#platform/seal/index.ts'
import { done, type MemberRole, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readMembersOfRole } from './db/member.ts'
import { isFictional, type Member, roles } from './domain/member.ts'
import { type EnterCode, letIn } from './enter-code.ts'

/** The roles one may enter as: those that a member with a phone number kept for fiction holds. Real members never are. */
export async function rolesToTry(work: Work<'access'>, seal: Seal): Promise<MemberRole[]> {
  const found: MemberRole[] = []
  for (const role of roles) if (await fictional(work, seal, role)) found.push(role)
  return found
}

/** Enters the demo as its first fictional member of a role. */
export async function enterAs(
  work: Work<'access'>,
  seal: Seal,
  command: { role: MemberRole } & Pick<EnterCode, 'tokenHash' | 'formerTokenHash'>,
): Promise<Result<Member, { refusal: 'nobody-fictional' }>> {
  const member = await fictional(work, seal, command.role)
  if (!member) return refuse({ refusal: 'nobody-fictional' })
  await letIn(work, member, command)
  return done(member)
}

async function fictional(work: Work<'access'>, seal: Seal, role: MemberRole): Promise<Member | null> {
  const members = await readMembersOfRole(work, role)
  return members.find(({ phoneSealed }) => phoneSealed && isFictional(seal.open(phoneSealed))) ?? null
}
