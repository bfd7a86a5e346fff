import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertLearner, readLearnerByContact } from './db/learners.ts'
import { insertWalk } from './db/walks.ts'
import { pathOf } from './read-paths.ts'

export interface Start {
  centre: number
  path: string
  name: string | null
  contact: SealedContact | null
  language: string
  /** Her answers, if she wants them kept with her path. */
  position: string | null
}

/**
 * Somebody sets out on a path: with a first name and a contact, or with nothing but a link. When there is a contact the
 * link leaves by it and is shown to nobody: whoever holds the link holds the phone, and may see what the roll says of it.
 * A contact known here is the same learner, who follows one more path, and gets one message a day at most.
 */
export async function startPath(
  work: Work<'learning'>,
  seal: Seal,
  start: Start,
): Promise<Result<{ learner: number; token: string | null }, { refusal: 'path-unknown' }>> {
  if (!pathOf(start.path)) return refuse({ refusal: 'path-unknown' })
  const known = start.contact && (await readLearnerByContact(work, start.contact.key))
  const token = newToken()
  const learner =
    known ??
    (await insertLearner(work, { ...start, link: { hash: hashOf(token), sealed: seal.close(token) } }))
  await insertWalk(work, { learner, centre: start.centre, path: start.path })
  if (start.contact)
    work.enqueue('messaging.deliver', {
      centre: start.centre,
      kind: 'learning.link',
      ref: learner,
      version: Math.floor(work.now.epochMilliseconds / day),
    })
  return done({ learner, token: start.contact ? null : token })
}

/** The same version is never sent twice: so many milliseconds pass between two links to one contact. */
const day = 24 * 3600 * 1000
