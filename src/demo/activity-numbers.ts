import type { Work } from '#platform/work/index.ts'

/** The number of each activity of the catalogue, by its slug. */
export async function activityNumbers({ tx }: Work): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('programme.activities').select(['id', 'slug']).execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
