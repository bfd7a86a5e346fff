import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A town that may be the one meant, with the best coordinates known for it. */
export interface Town {
  code: string
  name: string
  key: string
  departement: string
  departementName: string
  population: number
  latitude: number
  longitude: number
  timeZone: string
  precision: 'import' | 'places' | 'departement'
}

/** A place of the network found by its name. */
export interface NamedPlace {
  id: number
  name: string
  key: string
  city: string
  departement: string
  latitude: number
  longitude: number
  timeZone: string
}

type Match =
  | { by: 'postal-code'; code: string }
  | { by: 'key'; key: string }
  | { by: 'beginning'; key: string }
  | { by: 'sound'; key: string }

const matching = (match: Match) => {
  switch (match.by) {
    case 'postal-code':
      return sql`c.postal_codes @> array[${match.code}::text]`
    case 'key':
      return sql`c.search_key = ${match.key}::text`
    case 'beginning':
      return sql`c.search_key like ${`${match.key.replace(/[\\%_]/g, '')}%`}::text`
    case 'sound':
      return sql`c.search_key % ${match.key}::text`
  }
}

/** Towns that match, most populated first (nearest in spelling first when matched by sound); at most 30. */
export async function readTowns(
  work: Work<'discovery' | 'network'>,
  match: Match,
  departement: string | null,
): Promise<Town[]> {
  const order = sql`${match.by === 'sound' ? sql`similarity(c.search_key, ${match.key}) desc,` : sql``} c.population desc, c.code`
  const { rows } = await sql<Town>`
    select c.code, c.name, c.search_key as key, c.departement, d.name as "departementName", c.population, d.time_zone as "timeZone",
      coalesce(c.latitude, known.latitude, d.latitude) as latitude, coalesce(c.longitude, known.longitude, d.longitude) as longitude,
      case when c.latitude is not null then 'import' when known.latitude is not null then 'places' else 'departement' end as precision
    from (
      select c.* from discovery.communes c
      where ${matching(match)} ${departement === null ? sql`` : sql`and c.departement = ${departement}`}
      order by ${order} limit 30
    ) c
    join discovery.departements d on d.code = c.departement
    left join lateral (
      select avg(p.latitude) as latitude, avg(p.longitude) as longitude from network.places p where p.insee_code = c.code
    ) known on true
    order by ${order}`.execute(work.tx)
  return rows
}

/** A département by its code or the key of its name. */
export async function readDepartement(work: Work<'discovery'>, code: string) {
  const row = await work.tx
    .selectFrom('discovery.departements')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row ?? null
}

/** Places of the network whose name holds these words, the shortest name first. */
export async function readNamedPlaces(work: Work<'network'>, key: string): Promise<NamedPlace[]> {
  const words = key.split(' ').filter(Boolean)
  const { rows } = await sql<NamedPlace>`
    select id, name, search_key as key, city, latitude, longitude, time_zone as "timeZone",
      case when postal_code like '97%' or postal_code like '98%' then left(postal_code, 3) else left(postal_code, 2) end as departement
    from network.places
    where kind <> 'listed' and latitude is not null
      and ${sql.join(
        words.map((word) => sql`search_key like ${`%${word}%`}::text`),
        sql` and `,
      )}
    order by length(search_key), id limit 8`.execute(work.tx)
  return rows
}
