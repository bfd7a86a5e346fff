import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Departement } from '../domain/departements.ts'

/** A commune as its official list says it. */
export interface CommuneRow {
  code: string
  name: string
  key: string
  departement: string
  postalCodes: string[]
  population: number
}

/** Rows sent in one statement. */
const batch = 6000

export const countCommunes = async (work: Work<'discovery'>): Promise<number> =>
  Number(
    (
      await work.tx
        .selectFrom('discovery.communes')
        .select((q) => q.fn.countAll().as('count'))
        .executeTakeFirst()
    )?.count ?? 0,
  )

export async function writeDepartements(
  work: Work<'discovery'>,
  rows: readonly Departement[],
): Promise<void> {
  await sql`insert into discovery.departements (code, name, latitude, longitude, time_zone)
    select r.code, r.name, r.latitude, r.longitude, r."timeZone"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, name text, latitude float8, longitude float8, "timeZone" text)
    on conflict (code) do update set name = excluded.name, latitude = excluded.latitude, longitude = excluded.longitude,
      time_zone = excluded.time_zone`.execute(work.tx)
}

/** Writes communes; those already there keep their coordinates. */
export async function writeCommunes(work: Work<'discovery'>, communes: readonly CommuneRow[]): Promise<void> {
  for (let i = 0; i < communes.length; i += batch) {
    const rows = communes.slice(i, i + batch)
    await sql`insert into discovery.communes (code, name, search_key, departement, postal_codes, population)
      select code, name, key, departement, string_to_array(codes, ' '), population
      from unnest(${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.key)}::text[],
        ${rows.map((r) => r.departement)}::text[], ${rows.map((r) => r.postalCodes.join(' '))}::text[],
        ${rows.map((r) => r.population)}::int[]) as r(code, name, key, departement, codes, population)
      on conflict (code) do update set name = excluded.name, search_key = excluded.search_key,
        departement = excluded.departement, postal_codes = excluded.postal_codes, population = excluded.population`.execute(
      work.tx,
    )
  }
}

/** Sets coordinates of known communes; answers how many changed and which codes are unknown. */
export async function writeCoordinates(
  work: Work<'discovery'>,
  points: readonly { code: string; latitude: number; longitude: number }[],
): Promise<{ changed: number; unknown: string[] }> {
  const [codes, latitudes, longitudes] = [
    points.map((p) => p.code),
    points.map((p) => p.latitude),
    points.map((p) => p.longitude),
  ]
  const given = sql`unnest(${codes}::text[], ${latitudes}::float8[], ${longitudes}::float8[]) as r(code, latitude, longitude)`
  const { numAffectedRows } =
    await sql`update discovery.communes c set latitude = r.latitude, longitude = r.longitude from ${given}
    where c.code = r.code and (c.latitude, c.longitude) is distinct from (r.latitude, r.longitude)`.execute(
      work.tx,
    )
  const { rows } = await sql<{ code: string }>`select code from unnest(${codes}::text[]) as r(code)
    where not exists (select from discovery.communes c where c.code = r.code)`.execute(work.tx)
  return { changed: Number(numAffectedRows ?? 0), unknown: rows.map(({ code }) => code) }
}
