import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ListedPlace } from '../domain/places-standard-read.ts'

/** Rows sent in one statement. */
const batch = 1000

/**
 * Writes places of the national list, new ones and changed ones, and answers how many of each; equal rows are left
 * alone. A place that has become part of the network keeps its kind, its centre, its step-free access and how one comes.
 * `onWritten` hears how many have been seen to so far.
 */
export async function writeListedPlaces(
  work: Work<'network'>,
  places: readonly ListedPlace[],
  onWritten: (places: number) => void = () => {},
): Promise<{ added: number; changed: number }> {
  const count = { added: 0, changed: 0 }
  for (let i = 0; i < places.length; i += batch) {
    const rows = JSON.stringify(places.slice(i, i + batch))
    const { rows: written } = await sql<{ added: boolean }>`
      insert into network.places as p (kind, external_id, name, address, city, postal_code, insee_code, latitude, longitude,
        time_zone, opening_hours, phone, how_to_come, search_key, standard, updated_on)
      select 'listed', r."externalId", r.name, r.address, r.city, r."postalCode", r."inseeCode", r.latitude, r.longitude,
        r."timeZone", r."openingHours", r.phone, r."howToCome", r."searchKey", r.standard, r."updatedOn"
      from jsonb_to_recordset(${rows}::jsonb) as r("externalId" text, name text, address text, city text, "postalCode" text,
        "inseeCode" text, latitude float8, longitude float8, "timeZone" text, "openingHours" text, phone text,
        "howToCome" jsonb, "searchKey" text, standard jsonb, "updatedOn" date)
      on conflict (external_id) do update set name = excluded.name, address = excluded.address, city = excluded.city,
        postal_code = excluded.postal_code, insee_code = excluded.insee_code, latitude = excluded.latitude,
        longitude = excluded.longitude, time_zone = excluded.time_zone, opening_hours = excluded.opening_hours,
        phone = excluded.phone, search_key = excluded.search_key, standard = excluded.standard, updated_on = excluded.updated_on,
        how_to_come = case when p.kind = 'listed' then excluded.how_to_come else p.how_to_come end
      where (p.name, p.address, p.city, p.postal_code, p.insee_code, p.latitude, p.longitude, p.time_zone, p.opening_hours,
          p.phone, p.search_key, p.standard, p.updated_on, p.how_to_come)
        is distinct from (excluded.name, excluded.address, excluded.city, excluded.postal_code, excluded.insee_code,
          excluded.latitude, excluded.longitude, excluded.time_zone, excluded.opening_hours, excluded.phone,
          excluded.search_key, excluded.standard, excluded.updated_on,
          case when p.kind = 'listed' then excluded.how_to_come else p.how_to_come end)
      returning xmax = 0 as added`.execute(work.tx)
    for (const { added } of written) count[added ? 'added' : 'changed']++
    onWritten(Math.min(i + batch, places.length))
  }
  return count
}
