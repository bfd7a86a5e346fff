import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ActivityContent } from '../domain/activity.ts'

/** The columns of an activity, from what was decided of it. */
export const columnsOf = (content: ActivityContent) => ({
  theme: content.theme,
  format: content.format,
  level: content.level,
  audience: content.audience,
  needs: [...content.needs],
  skills: [...content.skills],
  languages: [...content.languages],
  minutes: content.minutes,
  capacity: content.capacity,
  hosts: content.hosts,
  host_skills: [...content.hostSkills],
  equipment: [...content.equipment],
  preparation_minutes: content.preparation,
  tidy_minutes: content.tidy,
  texts: JSON.stringify(content.texts),
})

/**
 * Writes activities of the network by their slug: new ones are added, those nobody of the house has changed
 * (`revision` 0) follow the product, the others stay as they were made. How many of each.
 */
export async function writeReadyMade(
  work: Work<'programme'>,
  activities: readonly (ActivityContent & { slug: string })[],
): Promise<{ added: number; followed: number }> {
  const written = await work.tx
    .insertInto('programme.activities')
    .values(activities.map((activity) => ({ slug: activity.slug, ...columnsOf(activity) })))
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet((q) =>
          Object.fromEntries(
            Object.keys(columnsOf(activities[0] as ActivityContent)).map((column) => [
              column,
              q.ref(`excluded.${column}` as 'excluded.texts'),
            ]),
          ),
        )
        .where('programme.activities.revision', '=', 0)
        .where('programme.activities.centre_id', 'is', null),
    )
    // A row just inserted has no former version.
    .returning(sql<boolean>`xmax = 0`.as('added'))
    .execute()
  const added = written.filter((row) => row.added).length
  return { added, followed: written.length - added }
}
