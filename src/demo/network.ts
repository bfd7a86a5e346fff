import { catalogue, centres, stops } from '#fixtures/world.ts'
import { nameKey } from '#modules/people/index.ts'
import type { Work } from '#platform/work/index.ts'

/** The numbers the database gave, by the names of the world. */
export interface Network {
  centres: Map<string, number>
  places: Map<string, number>
  activities: Map<string, number>
}

/** Centres, their places and stops, the catalogue: what belongs to the whole network. */
export async function loadNetwork(work: Work): Promise<Network> {
  const made = await work.tx
    .insertInto('network.centres')
    .values(centres.map(({ slug, name, timeZone, place }) => ({ slug, name, time_zone: timeZone, phone: place.phone })))
    .returning(['id', 'slug'])
    .execute()
  const byCentre = new Map(made.map(({ slug, id }) => [slug, id]))
  const zoneOf = new Map<string, string>(centres.map(({ slug, timeZone }) => [slug, timeZone]))

  const sites = centres.map((centre) => ({
    ...placeRow(centre.place),
    external_id: centre.slug,
    kind: 'site',
    centre_id: byCentre.get(centre.slug) ?? null,
    time_zone: centre.timeZone,
    how_to_come: JSON.stringify(centre.place.howToCome),
    opening_hours: centre.place.openingHours as string | null,
    phone: centre.place.phone as string | null,
  }))
  const nomadic = stops.map((stop) => ({
    ...placeRow(stop),
    external_id: stop.slug,
    kind: 'stop',
    centre_id: byCentre.get(stop.centre) ?? null,
    time_zone: zoneOf.get(stop.centre) ?? 'Europe/Paris',
    how_to_come: JSON.stringify(stop.howToFind),
    opening_hours: null,
    phone: null,
  }))
  const places = await work.tx
    .insertInto('network.places')
    .values([...sites, ...nomadic])
    .returning(['id', 'external_id'])
    .execute()

  const activities = await work.tx
    .insertInto('programme.activities')
    .values(
      catalogue.map((activity) => ({
        slug: activity.slug,
        theme: activity.theme,
        format: activity.format,
        level: activity.level,
        audience: activity.audience,
        needs: [...activity.needs],
        minutes: activity.minutes,
        capacity: activity.capacity,
        texts: JSON.stringify(
          Object.fromEntries(
            (['fr', 'en', 'ar'] as const).map((lang) => [lang, { ...activity.texts[lang], bring: activity.bring[lang] }]),
          ),
        ),
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  return {
    centres: byCentre,
    places: new Map(places.map(({ external_id, id }) => [external_id, id])),
    activities: new Map(activities.map(({ slug, id }) => [slug, id])),
  }
}

interface PlaceWords {
  readonly name: string
  readonly address: string
  readonly city: string
  readonly postalCode: string
  readonly inseeCode: string
  readonly latitude: number
  readonly longitude: number
  readonly stepFree: boolean
}

const placeRow = (place: PlaceWords) => ({
  name: place.name,
  address: place.address,
  city: place.city,
  postal_code: place.postalCode,
  insee_code: place.inseeCode,
  latitude: place.latitude,
  longitude: place.longitude,
  step_free: place.stepFree,
  search_key: nameKey(place.name),
})
