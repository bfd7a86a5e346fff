import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { deleteSubscription, insertSubscription, readSubscribedTown } from './db/subscription.ts'

export interface Subscribe {
  inseeCode: string
  town: string
  /** A resident, or the town hall. */
  askedBy: 'resident' | 'town'
  contact: SealedContact
  language: string
}

/** Has a contact told of each next stop in a town. The same contact twice is told once. */
export async function subscribe(
  work: Work<'network'>,
  seal: Seal,
  command: Subscribe,
): Promise<Result<{ town: string }, { refusal: 'town-unknown' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null || !/^[0-9AB]{5}$/.test(command.inseeCode)) return refuse({ refusal: 'town-unknown' })
  const token = newToken()
  await insertSubscription(work, {
    ...command,
    centre,
    tokenHash: hashOf(token),
    tokenSealed: seal.close(token),
  })
  return done({ town: command.town })
}

const isToken = (token: string) => /^[A-Za-z0-9_-]{22}$/.test(token)

/** The town a link of ours is about; null for any other link. */
export const readSubscription = async (work: Work<'network'>, token: string): Promise<string | null> =>
  isToken(token) ? readSubscribedTown(work, hashOf(token)) : null

/** Forgets the subscription of a link at once; done twice, it is still done. */
export async function unsubscribe(
  work: Work<'network'>,
  token: string,
): Promise<Result<{ town: string }, { refusal: 'link-unknown' }>> {
  const town = isToken(token) ? await deleteSubscription(work, hashOf(token)) : null
  return town === null ? refuse({ refusal: 'link-unknown' }) : done({ town })
}
