import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

export const organisationKinds = ['association', 'company', 'public-body', 'local-partner'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A partner organisation of a centre. */
export interface Organisation {
  id: number
  name: string
  kind: OrganisationKind
  mayRegister: boolean
  active: boolean
  /** First names of those invited as partners, and of those who volunteer. */
  members: string[]
}

/** The organisations of a centre, active ones first, by name. */
export async function readOrganisations(
  work: Work<'network' | 'access'>,
  centre: number,
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select o.id, o.name, o.kind, o.may_register as "mayRegister", o.active,
      array(select m.name from access.members m where m.organisation_id = o.id and m.active order by m.name) as members
    from network.organisations o where o.centre_id = ${centre} order by not o.active, o.name`.execute(work.tx)
  return rows
}

/** Writes an organisation; null when another of the centre has its name. */
export async function insertOrganisation(
  work: Work<'network'>,
  organisation: { centre: number; name: string; kind: OrganisationKind },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('network.organisations')
    .values({ centre_id: organisation.centre, name: organisation.name, kind: organisation.kind })
    .onConflict((on) => on.columns(['centre_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What an organisation may do; false when the centre has none of that number. */
export async function writeRights(
  work: Work<'network'>,
  rights: { organisation: number; centre: number; mayRegister: boolean; active: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('network.organisations')
    .set({ may_register: rights.mayRegister, active: rights.active })
    .where('id', '=', rights.organisation)
    .where('centre_id', '=', rights.centre)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Somebody just invited, by the name of her link. */
export async function readInvited(work: Work<'access'>, slug: string): Promise<number> {
  const row = await work.tx
    .selectFrom('access.members')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return row.id
}

/** A partner to write to, with her organisation; null once she has left. */
export async function readPartner(work: Work<'network' | 'access'>, member: number) {
  const row = await work.tx
    .selectFrom('access.members as m')
    .innerJoin('network.organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.name', 'm.language', 'm.phone_sealed', 'm.email_sealed', 'o.name as organisation'])
    .where('m.id', '=', member)
    .where('m.active', '=', true)
    .executeTakeFirst()
  return row ?? null
}
