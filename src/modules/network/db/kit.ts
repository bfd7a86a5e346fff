import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { KitForm, kitKinds } from '../domain/kit-form.ts'

/** A kit of a centre, and when it is next used. */
export interface Kit {
  id: number
  name: string
  kind: (typeof kitKinds)[number]
  pieces: number
  active: boolean
  home: string
  next: Temporal.ZonedDateTime | null
}

/** The kits of a centre, those on offer first, by name. */
export async function readKits(work: Work<'network'>, centre: number): Promise<Kit[]> {
  const { rows } = await sql<Omit<Kit, 'next'> & { at: Temporal.Instant | null; zone: string }>`
    select k.id, k.name, k.kind, k.pieces, k.active, p.name as home, p.time_zone as zone,
      (select min(lower(o.during)) from network.occupations o
        where o.resource = 'kit' and o.resource_id = k.id and upper(o.during) > ${work.now}) as at
    from network.kits k join network.places p on p.id = k.place_id
    where k.centre_id = ${centre} order by not k.active, k.name`.execute(work.tx)
  return rows.map(({ at, zone, ...kit }) => ({ ...kit, next: at?.toZonedDateTimeISO(zone) ?? null }))
}

/** Where a kit of the centre may be kept. */
export async function readHomes(work: Work<'network'>, centre: number) {
  return work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'city'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy(sql`kind <> 'site'`)
    .orderBy('name')
    .execute()
}

/** Writes a kit; null when another of the centre has its name. */
export async function insertKit(
  work: Work<'network'>,
  { centre, name, kind, pieces, place }: KitForm & { centre: number },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('network.kits')
    .values({ centre_id: centre, place_id: place, name, kind, pieces })
    .onConflict((on) => on.columns(['centre_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether a kit is on offer; false when the centre has none of that number. */
export async function writeOffered(
  work: Work<'network'>,
  kit: { id: number; centre: number; active: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('network.kits')
    .set({ active: kit.active })
    .where('id', '=', kit.id)
    .where('centre_id', '=', kit.centre)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
