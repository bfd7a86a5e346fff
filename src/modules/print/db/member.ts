import type { Work } from '#platform/work/index.ts'

/** A member by her first name, her centre, and where it is: what a certificate says. */
export async function readMember(work: Work<'access' | 'network'>, id: number) {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) return null
  const row = await work.tx
    .selectFrom('access.welcoming_names as member')
    .innerJoin('network.centres as centre', 'centre.id', 'member.centre_id')
    .leftJoin('network.places as site', (join) =>
      join.onRef('site.centre_id', '=', 'centre.id').on('site.kind', '=', 'site'),
    )
    .select([
      'member.name',
      'centre.id as centre',
      'centre.name as centreName',
      'centre.time_zone as timeZone',
      'site.city',
    ])
    .where('member.id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row
    ? { name: String(row.name), centre: row.centre, timeZone: row.timeZone, city: row.city ?? row.centreName }
    : null
}
