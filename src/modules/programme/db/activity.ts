import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Activity, type ActivityContent, type ActivityStatus, needCodes } from '../domain/activity.ts'
import { columnsOf } from './activity-ready.ts'

/** What narrows the list of activities; null or missing narrows nothing. */
export interface ActivityWish {
  theme?: string | null
  format?: string | null
  audience?: string | null
  /** `own`: of the asking centre. `network`: of the network. */
  whose?: 'own' | 'network' | null
  status?: ActivityStatus | null
}

const columns = [
  'id',
  'slug',
  'centre_id as centreId',
  'status',
  'revision',
  'imported_key as importedKey',
  'theme',
  'format',
  'level',
  'audience',
  'needs',
  'skills',
  'languages',
  'minutes',
  'capacity',
  'hosts',
  'host_skills as hostSkills',
  'equipment',
  'preparation_minutes as preparation',
  'tidy_minutes as tidy',
  'texts',
] as const

// Check constraints and the form hold what most columns may say; needs are free there, and known here.
const activityOf = (row: { needs: string[] }): Activity =>
  ({
    ...row,
    needs: row.needs.filter((need) => (needCodes as readonly string[]).includes(need)),
  }) as unknown as Activity

/** Activities a centre sees (its own and the network’s; the network’s alone for null), by theme then title. */
export async function readActivities(
  work: Work<'programme'>,
  centre: number | null,
  { theme, format, audience, whose, status }: ActivityWish,
): Promise<Activity[]> {
  const rows = await work.tx
    .selectFrom('programme.activities')
    .select(columns)
    .where((q) =>
      q.or([
        ...(whose === 'own' && centre !== null ? [] : [q('centre_id', 'is', null)]),
        ...(whose === 'network' || centre === null ? [] : [q('centre_id', '=', centre)]),
      ]),
    )
    .$if(!!theme, (q) => q.where('theme', '=', theme as string))
    .$if(!!format, (q) => q.where('format', '=', format as string))
    .$if(!!audience, (q) => q.where('audience', '=', audience as string))
    .$if(!!status, (q) => q.where('status', '=', status as string))
    .orderBy(sql`array_position(array['discovery', 'learning', 'training', 'entrepreneurship'], theme)`)
    .orderBy(sql`texts #>> '{fr,title}'`)
    .orderBy('id')
    .execute()
  return rows.map(activityOf)
}

/** One activity a centre sees, or undefined. */
export async function readActivity(
  work: Work<'programme'>,
  centre: number | null,
  id: number,
): Promise<Activity | undefined> {
  const row = await work.tx
    .selectFrom('programme.activities')
    .select(columns)
    .where('id', '=', id)
    .where((q) =>
      q.or([q('centre_id', 'is', null), ...(centre === null ? [] : [q('centre_id', '=', centre)])]),
    )
    .executeTakeFirst()
  return row && activityOf(row)
}

/** Adds an activity under the first free slug after `base`; its number. */
export async function insertActivity(
  work: Work<'programme'>,
  base: string,
  activity: {
    centreId: number | null
    status: ActivityStatus
    copiedFrom?: number
    importedKey?: string
    content: ActivityContent
  },
): Promise<number> {
  const taken = await work.tx
    .selectFrom('programme.activities')
    .select('slug')
    .where('slug', 'like', `${base}%`)
    .execute()
  const slugs = new Set(taken.map(({ slug }) => slug))
  let slug = base
  for (let n = 2; slugs.has(slug); n++) slug = `${base}-${n}`
  const { id } = await work.tx
    .insertInto('programme.activities')
    .values({
      slug,
      centre_id: activity.centreId,
      status: activity.status,
      revision: 1,
      copied_from: activity.copiedFrom ?? null,
      imported_key: activity.importedKey ?? null,
      ...columnsOf(activity.content),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Rewrites an activity if nobody did since `revision`; false when somebody did, or when it is not the asker’s. */
export async function updateActivity(
  work: Work<'programme'>,
  id: number,
  revision: number,
  change: { content?: ActivityContent; status?: ActivityStatus; importedKey?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await work.tx
    .updateTable('programme.activities')
    .set({
      revision: revision + 1,
      ...(change.content && columnsOf(change.content)),
      ...(change.status && { status: change.status }),
      ...(change.importedKey && { imported_key: change.importedKey }),
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many sessions to come each activity has in a centre (in all of them for null), by its number. */
export async function countSessionsToCome(
  work: Work<'programme'>,
  centre: number | null,
): Promise<Map<number, number>> {
  const rows = await work.tx
    .selectFrom('programme.sessions')
    .select(['activity_id', sql<number>`count(*)::int`.as('sessions')])
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', work.now)
    .$if(centre !== null, (q) => q.where('centre_id', '=', centre))
    .groupBy('activity_id')
    .execute()
  return new Map(rows.map(({ activity_id, sessions }) => [activity_id, sessions]))
}
