import type { MemberFixture } from '#fixtures/world.ts'
import { sealContact } from '#modules/people/index.ts'
import type { Seal } from '#platform/seal/index.ts'

/** A member as the database keeps it, who signs in with a phone and also has an e-mail. */
export function memberRow(seal: Seal, member: MemberFixture, centre: number | null, now: Temporal.Instant) {
  const contact = sealContact(seal, { kind: 'phone', canonical: member.phone })
  return {
    centre_id: centre,
    slug: member.slug,
    name: member.name,
    role: member.role,
    languages: [...member.languages],
    contact_key: contact.key,
    phone_sealed: contact.phoneSealed,
    email_sealed: seal.close(member.email),
    created_at: now,
  }
}
