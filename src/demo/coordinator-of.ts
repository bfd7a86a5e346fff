import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'

export type Coordinator = MemberActor & { centre: number }

/** The number of a centre of the demo. */
export async function numberOf(house: House, slug: string): Promise<number> {
  const { id } = await house.inWork({ kind: 'system', centre: null }, ({ tx }) =>
    tx.selectFrom('network.centres').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
  return id
}

/** Who decides in a centre; null where nobody does. */
export async function coordinatorOf(house: House, slug: string): Promise<Coordinator | null> {
  const centre = await numberOf(house, slug)
  const row = await house.inWork({ kind: 'system', centre }, ({ tx }) =>
    tx
      .selectFrom('access.members')
      .select(['id', 'name'])
      .where('centre_id', '=', centre)
      .where('role', '=', 'coordinator')
      .orderBy('id')
      .executeTakeFirst(),
  )
  return row ? { kind: 'member', member: row.id, role: 'coordinator', centre, name: row.name } : null
}
