import type { Work } from '#platform/work/index.ts'

/** The activities of the catalogue with what their sessions need, by their slug. */
export async function activitiesHere({ tx }: Work) {
  const rows = await tx
    .selectFrom('programme.activities')
    .select(['id', 'slug', 'hosts', 'host_skills', 'preparation_minutes', 'tidy_minutes'])
    .execute()
  return new Map(rows.map((row) => [row.slug, row]))
}
