import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { StandardFields } from '../domain/places-standard.ts'

/** A place with everything the standards ask of it. */
export interface StandardPlace {
  id: number
  kind: 'site' | 'partner' | 'stop' | 'listed'
  centreId: number | null
  centreName: string | null
  externalId: string
  name: string
  address: string
  city: string
  postalCode: string
  inseeCode: string | null
  latitude: number | null
  longitude: number | null
  timeZone: string
  howToCome: Partial<Record<Language, string>>
  openingHours: string | null
  /** The place’s, else its centre’s. */
  phone: string | null
  /** What a file of the standard said of it, if one did. */
  standard: StandardFields
  updatedOn: Temporal.PlainDate
  /** The next stops of the nomadic team there, soonest first, in the place’s zone. */
  windows: { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }[]
}

/** Whose places: those of the network, those only listed in the national standard, or both. */
export type PlacesWish = 'ours' | 'listed' | 'all'

/** Stops told of one place at most: three months of a weekly round. */
const mostWindows = 12

/** Every place wished for, with what the standards ask, in the order of their identifiers. */
export async function readStandardPlaces(work: Work<'network'>, wish: PlacesWish): Promise<StandardPlace[]> {
  const { rows } = await sql<
    Omit<StandardPlace, 'windows' | 'updatedOn'> & {
      updatedOn: string
      windows: { start: string; end: string }[]
    }
  >`select p.id, p.kind, p.centre_id as "centreId", c.name as "centreName", p.external_id as "externalId", p.name, p.address,
      p.city, p.postal_code as "postalCode", p.insee_code as "inseeCode", p.latitude, p.longitude, p.time_zone as "timeZone",
      p.how_to_come as "howToCome", p.opening_hours as "openingHours", coalesce(p.phone, c.phone) as phone, p.standard,
      p.updated_on::text as "updatedOn", coalesce(w.windows, '[]') as windows
    from network.places p left join network.centres c on c.id = p.centre_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('start', s.starts_at, 'end', s.ends_at) order by s.starts_at) as windows
      from (select starts_at, ends_at from network.stops where place_id = p.id and status = 'planned' and ends_at > ${work.now}
        order by starts_at limit ${mostWindows}) s
    ) w on p.kind <> 'listed'
    where ${wish === 'all' ? sql`true` : wish === 'ours' ? sql`p.kind <> 'listed'` : sql`p.kind = 'listed'`}
    order by p.external_id collate "C"`.execute(work.tx)
  return rows.map(({ windows, updatedOn, ...place }) => {
    const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(place.timeZone)
    return {
      ...place,
      updatedOn: Temporal.PlainDate.from(updatedOn),
      windows: windows.map(({ start, end }) => ({ start: at(start), end: at(end) })),
    }
  })
}
