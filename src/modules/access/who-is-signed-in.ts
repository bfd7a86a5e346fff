import type { MemberActor } from '#platform/http/env.ts'
import type { Work } from '#platform/work/index.ts'
import { readSignIn, writeSeen } from './db/sign-in.ts'
import { holds, isWorthNoting } from './domain/sign-in.ts'

/** The member behind a cookie, and a note that she was seen; null when nobody is signed in, or not any more. */
export async function whoIsSignedIn(work: Work<'access'>, tokenHash: Buffer): Promise<MemberActor | null> {
  const signIn = await readSignIn(work, tokenHash)
  if (!signIn || !holds(signIn, work.now)) return null
  if (isWorthNoting(signIn.seenAt, work.now)) await writeSeen(work, tokenHash)
  const { id, role, centre, name } = signIn.member
  return { kind: 'member', member: id, role, centre, name }
}
