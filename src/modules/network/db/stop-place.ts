import type { Work } from '#platform/work/index.ts'
import type { AddNomadicPlace } from '../domain/stop.ts'

/** Writes a place where a nomadic team stops; answers its number. */
export async function insertNomadicPlace(
  work: Work<'network'>,
  place: AddNomadicPlace & { centre: number; externalId: string; timeZone: string; searchKey: string },
): Promise<number> {
  const row = await work.tx
    .insertInto('network.places')
    .values({
      centre_id: place.centre,
      external_id: place.externalId,
      kind: 'stop',
      name: place.name,
      address: place.address,
      city: place.city,
      postal_code: place.postalCode,
      insee_code: place.inseeCode,
      latitude: place.latitude,
      longitude: place.longitude,
      time_zone: place.timeZone,
      step_free: place.stepFree,
      how_to_come: JSON.stringify(place.howToCome),
      search_key: place.searchKey,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The time zone of a place where sessions or stops may be held; null when there is none of that number. */
export async function readPlaceZone(work: Work<'network'>, place: number): Promise<string | null> {
  const row = await work.tx
    .selectFrom('network.places')
    .select('time_zone')
    .where('id', '=', place)
    .where('kind', '<>', 'listed')
    .executeTakeFirst()
  return row?.time_zone ?? null
}
