import { type InviteRefusal, inviteMember, record } from '#modules/access/index.ts'
import { cleanName, type SealedContact } from '#modules/people/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import {
  insertOrganisation,
  type OrganisationKind,
  readInvited,
  readOrganisations,
  writeRights,
} from './db/organisation.ts'

type Schemas = 'network' | 'access'
const centreOf = (work: Work<Schemas>) => ('centre' in work.actor ? work.actor.centre : null)

/** Adds a partner organisation to the actor's centre. */
export async function addOrganisation(
  work: Work<Schemas>,
  command: { name: string; kind: OrganisationKind },
): Promise<Result<{ organisation: number }, { refusal: 'name-missing' | 'name-taken' }>> {
  const centre = centreOf(work)
  const name = cleanName(command.name).slice(0, 120)
  if (!name || centre === null) return refuse({ refusal: 'name-missing' })
  const organisation = await insertOrganisation(work, { ...command, name, centre })
  if (organisation === null) return refuse({ refusal: 'name-taken' })
  await record(work, 'organisation.add', `organisation:${organisation}`)
  return done({ organisation })
}

/** What a partner may do, and whether it still is one. */
export async function setRights(
  work: Work<Schemas>,
  command: { organisation: number; mayRegister: boolean; active: boolean },
): Promise<Result<{ organisation: number }, { refusal: 'organisation-unknown' }>> {
  const centre = centreOf(work)
  if (centre === null || !(await writeRights(work, { ...command, centre })))
    return refuse({ refusal: 'organisation-unknown' })
  await record(work, 'organisation.rights', `organisation:${command.organisation}`)
  return done({ organisation: command.organisation })
}

/** Invites somebody of a partner: she signs in with her contact, and is told so. */
export async function invitePartner(
  work: Work<Schemas>,
  command: { organisation: number; name: string; contact: SealedContact; language: Language },
): Promise<Result<{ member: number }, InviteRefusal | { refusal: 'organisation-unknown' }>> {
  const centre = centreOf(work)
  const known = centre === null ? [] : await readOrganisations(work, centre)
  if (!known.some(({ id, active }) => active && id === command.organisation))
    return refuse({ refusal: 'organisation-unknown' })
  const invited = await inviteMember(work, { ...command, role: 'partner' })
  if (!invited.ok) return invited
  const member = await readInvited(work, invited.value.slug)
  work.enqueue('messaging.deliver', { centre, kind: 'network.invited', ref: member, version: 0 })
  await record(work, 'partner.invite', `member:${member}`)
  return done({ member })
}
