import type { MemberFixture } from '#fixtures/world.ts'
import { sealContact } from '#modules/people/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'

/** The team of a centre (or of the whole network), and the numbers of its members by slug. */
export async function loadMembers(
  work: Work,
  seal: Seal,
  centre: number | null,
  team: readonly MemberFixture[],
): Promise<Map<string, number>> {
  if (team.length === 0) return new Map()
  await work.tx
    .insertInto('access.members')
    .values(
      team.map((member) => ({
        centre_id: centre,
        slug: member.slug,
        name: member.name,
        role: member.role,
        languages: [...member.languages],
        contact_key: sealContact(seal, { kind: 'phone', canonical: member.phone }).key,
        phone_sealed: seal.close(member.phone),
        email_sealed: seal.close(member.email),
        created_at: work.now,
      })),
    )
    .execute()
  const rows = await work.tx.selectFrom('access.members').select(['id', 'slug']).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}
