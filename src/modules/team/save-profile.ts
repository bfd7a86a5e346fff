import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { type NewProfile, readGoals, writeProfile } from './db/members.ts'
import { readProfile } from './read-team.ts'

/**
 * Writes what a member of the actor's centre can show, where and when: said by herself, or by her coordinator. Only a
 * coordinator says what she is in the team.
 */
export async function saveProfile(
  work: Work<'team' | 'network' | 'access'>,
  said: Omit<NewProfile, 'kind'> & { kind?: NewProfile['kind'] | undefined },
): Promise<Result<null, { refusal: 'member-unknown' | 'place-unknown' }>> {
  const before = await readProfile(work, said.member)
  if (!before || work.actor.kind !== 'member' || work.actor.centre === null)
    return refuse({ refusal: 'member-unknown' })
  const { role, member, centre } = work.actor
  if (role !== 'coordinator' && member !== said.member) return refuse({ refusal: 'member-unknown' })
  const goals = new Set((await readGoals(work, centre, null)).map(({ id }) => id))
  const near = said.nearPlace ?? before.nearPlace
  if ((near !== null && !goals.has(near)) || said.alsoPlaces.some((place) => !goals.has(place)))
    return refuse({ refusal: 'place-unknown' })
  const kind = role === 'coordinator' ? (said.kind ?? before.kind) : before.kind
  await writeProfile(work, centre, { ...said, nearPlace: near, kind })
  return done(null)
}
