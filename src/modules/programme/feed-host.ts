import { record } from '#modules/access/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { deleteHostFeed, writeHostFeed } from './db/feed-host.ts'

type Schemas = 'programme' | 'access'
type Refusal = { refusal: 'not-of-a-centre' }

/** Makes the secret link of the actor's own agenda; the one she had opens nothing from now on. */
export async function renewHostFeed(work: Work<Schemas>, seal: Seal): Promise<Result<null, Refusal>> {
  const { actor } = work
  if (actor.kind !== 'member' || actor.centre === null) return refuse({ refusal: 'not-of-a-centre' })
  const token = newToken()
  const { member, centre } = actor
  await writeHostFeed(work, { member, centre, hash: hashOf(token), sealed: seal.close(token) })
  await record(work, 'feed.renewed', `member:${member}`)
  return done(null)
}

/** Closes it; closing twice is the same as once. */
export async function closeHostFeed(work: Work<Schemas>): Promise<Result<null, Refusal>> {
  const { actor } = work
  if (actor.kind !== 'member') return refuse({ refusal: 'not-of-a-centre' })
  await deleteHostFeed(work, actor.member)
  await record(work, 'feed.closed', `member:${actor.member}`)
  return done(null)
}
