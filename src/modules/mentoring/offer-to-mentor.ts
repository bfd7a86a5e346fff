import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { insertMentor, readMentorByContact } from './db/mentors.ts'
import type { MentorProfile } from './domain/profile.ts'

export interface Offer {
  centre: number
  name: string
  contact: SealedContact
  language: string
  profile: MentorProfile
}

/**
 * Somebody offers to guide founders. The link leaves by the contact and is shown to nobody, so that whoever types the
 * phone of another learns nothing: a contact known here changes nothing and gets its link again, once a day at most.
 */
export async function offerToMentor(
  work: Work<'mentoring'>,
  seal: Seal,
  offer: Offer,
): Promise<{ ok: true; value: number }> {
  const token = newToken()
  const mentor =
    (await readMentorByContact(work, offer.contact.key)) ??
    (await insertMentor(work, { ...offer, link: { hash: hashOf(token), sealed: seal.close(token) } }))
  work.enqueue('messaging.deliver', {
    centre: offer.centre,
    kind: 'mentoring.link',
    ref: mentor,
    version: Math.floor(work.now.epochMilliseconds / day),
  })
  return { ok: true, value: mentor }
}

/** The same version is never sent twice: so many milliseconds pass between two links to one contact. */
const day = 24 * 3600 * 1000
