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
