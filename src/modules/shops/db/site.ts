import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** Where the site of a centre is and its hour; null for one without coordinates. */
export async function readSite(
  work: Work<'network'>,
  centre: number,
): Promise<{ latitude: number; longitude: number; timeZone: string; postalCode: string } | null> {
  const site = await work.tx
    .selectFrom('network.places')
    .select(['latitude', 'longitude', 'time_zone as timeZone', 'postal_code as postalCode'])
    .where('centre_id', '=', centre)
    .where('kind', '=', 'site')
    .orderBy('id')
    .executeTakeFirst()
  return site && site.latitude !== null && site.longitude !== null
    ? { ...site, latitude: site.latitude, longitude: site.longitude }
    : null
}

/** The site nearest to a point: its centre is the one that follows up. */
export async function nearestCentre(
  work: Work<'network'>,
  at: { latitude: number; longitude: number },
): Promise<number | null> {
  const { rows } = await sql<{ centre: number }>`
    select centre_id as centre from network.places where kind = 'site' and position is not null
    order by position <-> cube(array[cos(radians(${at.latitude}::float8)) * cos(radians(${at.longitude}::float8)),
      cos(radians(${at.latitude}::float8)) * sin(radians(${at.longitude}::float8)), sin(radians(${at.latitude}::float8))]) limit 1`.execute(
    work.tx,
  )
  return rows[0]?.centre ?? null
}
