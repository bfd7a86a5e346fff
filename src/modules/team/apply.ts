import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { type NewApplication, writeApplication } from './db/applications.ts'
import { readOrganisations } from './db/members.ts'

/**
 * Somebody offers to host in the centre of this work. The same contact twice, while nobody has answered, is the same
 * application. An organisation that is not of this centre is left out.
 */
export async function apply(
  work: Work<'team' | 'network'>,
  wish: Omit<NewApplication, 'centre'>,
): Promise<Result<null, { refusal: 'centre-unknown' }>> {
  if (work.actor.kind !== 'resident') return refuse({ refusal: 'centre-unknown' })
  const { centre } = work.actor
  const known = await readOrganisations(work, centre)
  const organisation = known.some(({ id }) => id === wish.organisation) ? wish.organisation : null
  await writeApplication(work, { ...wish, centre, organisation })
  return done(null)
}
