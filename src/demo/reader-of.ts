import type { centres } from '#fixtures/world.ts'
import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'

type Centre = (typeof centres)[number]

/** Who reads what residents of a centre send: a facilitator or a coordinator of its team. */
export async function readerOf(house: House, { slug }: Centre): Promise<MemberActor | null> {
  const row = await house.inWork({ kind: 'system', centre: null }, ({ tx }) =>
    tx.selectFrom('network.centres').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
  const member = await house.inWork({ kind: 'system', centre: row.id }, ({ tx }) =>
    tx
      .selectFrom('access.members')
      .select(['id', 'name'])
      .where('centre_id', '=', row.id)
      .where('role', 'in', ['facilitator', 'coordinator'])
      .orderBy('role', 'desc')
      .orderBy('id')
      .executeTakeFirst(),
  )
  return (
    (member && {
      kind: 'member',
      member: member.id,
      role: 'facilitator',
      centre: row.id,
      name: member.name,
    }) ??
    null
  )
}
