import { record } from '#modules/access/index.ts'
import { nameKey } from '#modules/people/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { claimApplication, readApplication } from './db/applications.ts'
import { insertFacilitator, writeProfile } from './db/members.ts'
import type { Decline, Welcome } from './domain/sentences.ts'

type Schemas = 'team' | 'network' | 'access'

/** The coordinator welcomes somebody: she is of the team, signs in with her contact, and is told so with a ready sentence. */
export async function welcome(
  work: Work<Schemas>,
  command: { application: number; sentence: Welcome },
): Promise<
  Result<{ member: number; name: string }, { refusal: 'application-unknown' | 'already-a-member' }>
> {
  const application = await readApplication(work, command.application)
  if (application?.status !== 'new') return refuse({ refusal: 'application-unknown' })
  const { id, centre, name, language, organisation } = application
  const contact = {
    key: application.contactKey,
    phoneSealed: application.phone_sealed,
    emailSealed: application.email_sealed,
  }
  const member = await insertFacilitator(work, {
    centre,
    slug: `${nameKey(name).replace(/ /g, '-')}-${contact.key.toString('hex').slice(0, 6)}`,
    name,
    language,
    organisation: organisation?.id ?? null,
    contact,
  })
  if (member === null) return refuse({ refusal: 'already-a-member' })
  const answer = { status: 'welcomed', sentence: command.sentence, member } as const
  if (!(await claimApplication(work, id, answer))) return refuse({ refusal: 'application-unknown' })
  await writeProfile(work, centre, {
    member,
    kind: 'volunteer',
    skills: application.skills,
    languages: application.languages,
    weekly: application.weekly,
    nearPlace: null,
    reachKm: application.reachKm,
    alsoPlaces: [],
    callsPerMonth: 4,
  })
  await record(work, 'team.welcome', `member:${member}`)
  work.enqueue('messaging.deliver', { centre, kind: 'team.welcome', ref: id, version: 0 })
  return done({ member, name })
}

/** The coordinator declines with a ready sentence, which is sent. Nobody stays without an answer. */
export async function decline(
  work: Work<Schemas>,
  command: { application: number; sentence: Decline },
): Promise<Result<null, { refusal: 'application-unknown' }>> {
  const application = await readApplication(work, command.application)
  const answer = { status: 'declined', sentence: command.sentence, member: null } as const
  if (!application || !(await claimApplication(work, command.application, answer)))
    return refuse({ refusal: 'application-unknown' })
  const { id, centre } = application
  work.enqueue('messaging.deliver', { centre, kind: 'team.decline', ref: id, version: 0 })
  return done(null)
}
