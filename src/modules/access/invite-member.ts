import { cleanName, nameKey, type SealedContact } from '#modules/people/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { done, type MemberRole, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertMember } from './db/member.ts'

export interface InviteMember {
  name: string
  role: MemberRole
  contact: SealedContact
  language: Language
  /** The organisation she comes from; a partner always has one. */
  organisation?: number
}

export type InviteRefusal = {
  refusal:
    | 'name-missing'
    | 'role-needs-a-centre'
    | 'role-has-no-centre'
    | 'role-needs-an-organisation'
    | 'already-a-member'
}

/** Adds somebody to the team of the actor's centre, or a network manager when the actor has none. She signs in with her contact. */
export async function inviteMember(
  work: Work<'access'>,
  command: InviteMember,
): Promise<Result<{ slug: string }, InviteRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const name = cleanName(command.name)
  if (!name || name.length > 80) return refuse({ refusal: 'name-missing' })
  if (command.role !== 'network-manager' && centre === null) return refuse({ refusal: 'role-needs-a-centre' })
  if (command.role === 'network-manager' && centre !== null) return refuse({ refusal: 'role-has-no-centre' })
  if (command.role === 'partner' && command.organisation === undefined)
    return refuse({ refusal: 'role-needs-an-organisation' })
  const slug = `${nameKey(name).replace(/ /g, '-')}-${command.contact.key.toString('hex').slice(0, 6)}`
  const added = await insertMember(work, {
    ...command,
    organisation: command.organisation ?? null,
    slug,
    name,
    centre,
  })
  return added ? done({ slug }) : refuse({ refusal: 'already-a-member' })
}
