import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { readHolder } from './db/calls.ts'

/** A new link: what is kept of it. The token itself is read again only to be sent. */
export function newCallToken(seal: Seal): { hash: Buffer; sealed: Buffer } {
  const token = newToken()
  return { hash: hashOf(token), sealed: seal.close(token) }
}

/** Whose link it is, to act as her, and the call it opens; null for a forged or unknown one, or once she left. */
export async function holderOf(
  house: House,
  token: string,
): Promise<{ call: number; actor: MemberActor & { centre: number } } | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  const holder = await house.inWork({ kind: 'visitor' }, (work) => readHolder(work, token))
  if (!holder) return null
  const { call, centre, member, role, name } = holder
  return { call, actor: { kind: 'member', member, role: role as MemberRole, centre, name } }
}
