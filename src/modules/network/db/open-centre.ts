import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A centre as the settings list it. */
export interface ListedCentre {
  id: number
  name: string
  phone: string
  city: string
  rooms: number
  coordinators: number
}

/** Every centre, with what it has; for the network manager. */
export async function readListedCentres(work: Work<'network' | 'access'>): Promise<ListedCentre[]> {
  const { rows } = await sql<ListedCentre>`
    select c.id, c.name, c.phone,
      coalesce((select p.city from network.places p where p.centre_id = c.id and p.kind = 'site' order by p.id limit 1), '') as city,
      (select count(*)::int from network.spaces s where s.centre_id = c.id) as rooms,
      (select count(*)::int from access.members m where m.centre_id = c.id and m.role = 'coordinator' and m.active) as coordinators
    from network.centres c order by c.name, c.id`.execute(work.tx)
  return rows
}

/** Writes a centre; null when another has this short name. */
export async function insertCentre(
  work: Work<'network'>,
  centre: { slug: string; name: string; timeZone: string; phone: string },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('network.centres')
    .values({ slug: centre.slug, name: centre.name, time_zone: centre.timeZone, phone: centre.phone })
    .onConflict((on) => on.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function insertSite(
  work: Work<'network'>,
  site: {
    centre: number
    externalId: string
    name: string
    address: string
    city: string
    postalCode: string
    latitude: number | null
    longitude: number | null
    timeZone: string
    stepFree: boolean
    phone: string
    searchKey: string
  },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('network.places')
    .values({
      centre_id: site.centre,
      external_id: site.externalId,
      kind: 'site',
      name: site.name,
      address: site.address,
      city: site.city,
      postal_code: site.postalCode,
      latitude: site.latitude,
      longitude: site.longitude,
      time_zone: site.timeZone,
      step_free: site.stepFree,
      phone: site.phone,
      search_key: site.searchKey,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A room as the settings list it. */
export interface ListedRoom {
  id: number
  name: string
  kind: string
  capacity: number
  place: string
}

/** The rooms of a centre, by place. */
export const readRooms = (work: Work<'network'>, centre: number): Promise<ListedRoom[]> =>
  work.tx
    .selectFrom('network.spaces as s')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select(['s.id', 's.name', 's.kind', 's.capacity', 'p.name as place'])
    .where('s.centre_id', '=', centre)
    .orderBy('p.name')
    .orderBy('s.name')
    .execute()

/** Writes a room; null when the place has one of that name. */
export async function insertRoom(
  work: Work<'network'>,
  room: { centre: number; place: number; name: string; kind: string; capacity: number },
): Promise<number | null> {
  const row = await work.tx
    .insertInto('network.spaces')
    .values({
      centre_id: room.centre,
      place_id: room.place,
      name: room.name,
      kind: room.kind,
      capacity: room.capacity,
    })
    .onConflict((on) => on.columns(['place_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
