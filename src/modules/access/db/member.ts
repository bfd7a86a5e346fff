import type { MemberRole, Work } from '#platform/work/index.ts'
import type { Member } from '../domain/member.ts'

const columns = ['id', 'centre_id as centre', 'name', 'role', 'language'] as const

/** The active member with this contact, locked until the transaction ends so that codes are counted one by one. */
export async function lockMemberOf(work: Work<'access'>, contactKey: Buffer): Promise<Member | null> {
  const row = await work.tx
    .selectFrom('access.members')
    .select(columns)
    .where('contact_key', '=', contactKey)
    .where('active', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return (row as Member | undefined) ?? null
}

/** Active members of a role with their sealed phone, the first one invited first. */
export async function readMembersOfRole(
  work: Work<'access'>,
  role: MemberRole,
): Promise<(Member & { phoneSealed: Buffer | null })[]> {
  const rows = await work.tx
    .selectFrom('access.members')
    .select([...columns, 'phone_sealed as phoneSealed'])
    .where('role', '=', role)
    .where('active', '=', true)
    .orderBy('id')
    .limit(20)
    .execute()
  return rows as (Member & { phoneSealed: Buffer | null })[]
}

/** False when the name of the link or the contact is already somebody's. */
export async function insertMember(
  work: Work<'access'>,
  member: {
    slug: string
    name: string
    role: MemberRole
    centre: number | null
    organisation: number | null
    language: string
    contact: { key: Buffer; phoneSealed: Buffer | null; emailSealed: Buffer | null }
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto('access.members')
    .values({
      slug: member.slug,
      name: member.name,
      role: member.role,
      centre_id: member.centre,
      organisation_id: member.organisation,
      language: member.language,
      contact_key: member.contact.key,
      phone_sealed: member.contact.phoneSealed,
      email_sealed: member.contact.emailSealed,
      created_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) === 1
}

/** A centre's number by its short name; centres are public. */
export async function readCentreNumber(work: Work<'network'>, slug: string): Promise<number | null> {
  const row = await work.tx
    .selectFrom('network.centres')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.id ?? null
}
