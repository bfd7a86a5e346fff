import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { insertFounder, readFounderByContact } from './db/founders.ts'
import type { FounderProfile } from './domain/vocabulary.ts'

/** Somebody who begins, before she says more on her own page. */
export interface Beginning {
  centre: number
  name: string
  contact: SealedContact
  language: string
  profile: FounderProfile
}

/** The same version is never sent twice: so many milliseconds pass between two links to one contact. */
const day = 24 * 3600 * 1000

/**
 * Somebody begins as a founder. The link leaves by the contact and is shown to nobody, so that whoever types the phone
 * of another learns nothing: a contact known here changes nothing and gets its link again, once a day at most.
 */
export async function becomeFounder(
  work: Work<'ventures'>,
  seal: Seal,
  beginning: Beginning,
): Promise<{ ok: true; value: number }> {
  const token = newToken()
  const link = { hash: hashOf(token), sealed: seal.close(token) }
  const known = await readFounderByContact(work, beginning.contact.key)
  // Null again: two forms with one phone at the same time; the first one wrote, and is read.
  const founder =
    known ??
    (await insertFounder(work, { ...beginning, link })) ??
    (await readFounderByContact(work, beginning.contact.key))
  if (founder === null) throw new Error('a founder was neither found nor written')
  work.enqueue('messaging.deliver', {
    centre: beginning.centre,
    kind: 'ventures.link',
    ref: founder,
    version: Math.floor(work.now.epochMilliseconds / day),
  })
  return { ok: true, value: founder }
}
