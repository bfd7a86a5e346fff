import type { Work } from '#platform/work/index.ts'

/** A centre as badges and their pages name it. */
export async function readCentre(
  work: Work<'network'>,
  id: number,
): Promise<{ slug: string; name: string; timeZone: string }> {
  return work.tx
    .selectFrom('network.centres')
    .select(['slug', 'name', 'time_zone as timeZone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
