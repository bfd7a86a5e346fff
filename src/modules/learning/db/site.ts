import type { Work } from '#platform/work/index.ts'

/** Where a centre is, to measure distances from; null for one whose site has no coordinates. */
export async function readSite(
  work: Work<'network'>,
  centre: number,
): Promise<{ latitude: number; longitude: number } | null> {
  const site = await work.tx
    .selectFrom('network.places')
    .select(['latitude', 'longitude'])
    .where('centre_id', '=', centre)
    .where('kind', '=', 'site')
    .orderBy('id')
    .executeTakeFirst()
  return site && site.latitude !== null && site.longitude !== null
    ? { latitude: site.latitude, longitude: site.longitude }
    : null
}
