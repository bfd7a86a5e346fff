import { ownActivities } from '#fixtures/catalogue-own.ts'
import { centreOf, centres, members, stops } from '#fixtures/world.ts'
import { searchKey } from '#modules/network/index.ts'
import { loadActivities } from '#modules/programme/activity-load.ts'
import { insertActivity } from '#modules/programme/db/activity.ts'
import type { Work } from '#platform/work/index.ts'
import { memberRow } from './member-row.ts'

/** Writes what belongs to no single centre: the centres, every place, the catalogue. The actor is the system. */
export async function loadNetwork(work: Work): Promise<void> {
  const { tx } = work
  const written = await tx
    .insertInto('network.centres')
    .values(
      centres.map(({ slug, name, timeZone, place }) => ({
        slug,
        name,
        time_zone: timeZone,
        phone: place.phone,
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  const numberOf = new Map(written.map(({ id, slug }) => [slug, id]))
  const sites = centres.map(({ slug, timeZone, place }) => ({
    ...placeRow({ ...place, slug, timeZone }),
    centre_id: numberOf.get(slug) ?? null,
    kind: 'site',
    how_to_come: JSON.stringify(place.howToCome),
    opening_hours: place.openingHours,
    phone: place.phone,
  }))
  const nomadic = stops.map((stop) => ({
    ...placeRow({ ...stop, timeZone: centreOf(stop.centre).timeZone }),
    centre_id: numberOf.get(stop.centre) ?? null,
    kind: 'stop',
    how_to_come: JSON.stringify(stop.howToFind),
    opening_hours: null,
    phone: centreOf(stop.centre).place.phone,
  }))
  await tx
    .insertInto('network.places')
    .values([...sites, ...nomadic])
    .execute()
  await loadActivities(work)
  for (const { slug, centre, status, content } of ownActivities)
    await insertActivity(work, slug, { centreId: numberOf.get(centre) ?? null, status, content })
}

/** Writes the members who belong to no centre: the network manager. */
export async function loadNetworkManagers(work: Work, seal: Parameters<typeof memberRow>[0]): Promise<void> {
  const rows = members
    .filter(({ centre }) => centre === null)
    .map((member) => memberRow(seal, member, null, work.now))
  await work.tx.insertInto('access.members').values(rows).execute()
}

interface AnyPlace {
  slug: string
  name: string
  address: string
  city: string
  postalCode: string
  inseeCode: string
  latitude: number
  longitude: number
  stepFree: boolean
  timeZone: string
}

const placeRow = (place: AnyPlace) => ({
  external_id: place.slug,
  name: place.name,
  address: place.address,
  city: place.city,
  postal_code: place.postalCode,
  insee_code: place.inseeCode,
  latitude: place.latitude,
  longitude: place.longitude,
  time_zone: place.timeZone,
  step_free: place.stepFree,
  search_key: searchKey(place.name),
})
