import { sql } from '#platform/database/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A place of the network, as its page shows it. */
export interface Place {
  id: number
  kind: 'site' | 'partner' | 'stop' | 'listed'
  centreId: number | null
  name: string
  address: string
  city: string
  postalCode: string
  latitude: number | null
  longitude: number | null
  timeZone: string
  stepFree: boolean | null
  howToCome: Partial<Record<Language, string>>
  openingHours: string | null
  phone: string | null
}

/** When the nomadic team stops where; times in the place's own zone. */
export interface Stop {
  id: number
  place: Place
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  howToFind: Partial<Record<Language, string>>
}

const fields = sql`p.id, p.kind, p.centre_id as "centreId", p.name, p.address, p.city, p.postal_code as "postalCode", p.latitude,
  p.longitude, p.time_zone as "timeZone", p.step_free as "stepFree", p.how_to_come as "howToCome", p.opening_hours as "openingHours",
  coalesce(p.phone, c.phone) as phone`

/** Sites, partner places and stops of the network, by town; the national list is not among them. */
export async function readPlaces(work: Work<'network'>): Promise<Place[]> {
  const { rows } =
    await sql<Place>`select ${fields} from network.places p left join network.centres c on c.id = p.centre_id
    where p.kind <> 'listed' order by p.city, p.kind, p.name`.execute(work.tx)
  return rows
}

/** One place, also of the national list; null when unknown. */
export async function readPlace(work: Work<'network'>, id: number): Promise<Place | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) return null
  const { rows } =
    await sql<Place>`select ${fields} from network.places p left join network.centres c on c.id = p.centre_id
    where p.id = ${id}`.execute(work.tx)
  return rows[0] ?? null
}

/**
 * The next stops of the nomadic teams, soonest first, of one place when it is given; those under way are among them. Or
 * one stop, whatever became of it.
 */
export async function readStops(
  work: Work<'network'>,
  wish: { limit: number; place?: number } | { stop: number },
): Promise<Stop[]> {
  type Row = Place & {
    stop: number
    starts: Temporal.Instant
    ends: Temporal.Instant
    howToFind: Stop['howToFind']
  }
  const { rows } =
    await sql<Row>`select ${fields}, s.id as stop, s.starts_at as starts, s.ends_at as ends, s.how_to_find as "howToFind"
    from network.stops s join network.places p on p.id = s.place_id left join network.centres c on c.id = p.centre_id
    where ${
      'stop' in wish
        ? sql`s.id = ${wish.stop}`
        : sql`s.status = 'planned' and s.ends_at > ${work.now} ${wish.place === undefined ? sql`` : sql`and s.place_id = ${wish.place}`}`
    }
    order by s.starts_at, s.id limit ${'stop' in wish ? 1 : wish.limit}`.execute(work.tx)
  return rows.map(({ stop, starts, ends, howToFind, ...place }) => ({
    id: stop,
    place,
    start: starts.toZonedDateTimeISO(place.timeZone),
    end: ends.toZonedDateTimeISO(place.timeZone),
    howToFind,
  }))
}
