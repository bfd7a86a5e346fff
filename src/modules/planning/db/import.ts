import { sql } from '#platform/database/index.ts'
import { languageCodes } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { ImportRow } from '../domain/import-row.ts'
import type { ImportChoices, Imported, Target } from '../domain/import-target.ts'

type Schemas = 'planning' | 'programme' | 'network'

/** What was read of a file, and what became of it. */
export interface StoredImport {
  id: number
  kind: 'sheet' | 'calendar'
  rows: ImportRow[]
  done: { added: number; changed: number } | null
}

/** Keeps what was read of a file until somebody has looked at it. */
export async function insertImport(
  work: Work<Schemas>,
  read: { centre: number; member: number; kind: StoredImport['kind']; rows: readonly ImportRow[] },
): Promise<number> {
  const { id } = await work.tx
    .insertInto('planning.imports')
    .values({
      centre_id: read.centre,
      created_by: read.member,
      kind: read.kind,
      rows: JSON.stringify(read.rows),
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An import of the actor's centre; `lock` holds it, so that two presses of one button are one after the other. */
export async function readImport(
  work: Work<Schemas>,
  id: number,
  { lock }: { lock: boolean } = { lock: false },
): Promise<StoredImport | null> {
  let query = work.tx
    .selectFrom('planning.imports')
    .select(['id', 'kind', 'rows', 'added', 'changed'])
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row
    ? {
        id: row.id,
        kind: row.kind as StoredImport['kind'],
        rows: row.rows as unknown as ImportRow[],
        done: row.added === null || row.changed === null ? null : { added: row.added, changed: row.changed },
      }
    : null
}

export async function writeImportDone(
  work: Work<Schemas>,
  id: number,
  done: { added: number; changed: number },
): Promise<void> {
  await work.tx
    .updateTable('planning.imports')
    .set({ ...done, confirmed_at: work.now })
    .where('id', '=', id)
    .execute()
}

export async function deleteOldImports(work: Work<Schemas>, before: Temporal.Instant): Promise<void> {
  await work.tx.deleteFrom('planning.imports').where('created_at', '<', before).execute()
}

/** What a centre's rows may name; its own activities before those of the network that have the same title. */
export async function readImportChoices(work: Work<Schemas>, centre: number): Promise<ImportChoices> {
  const activities = await work.tx
    .selectFrom('programme.activities')
    .select(['id', 'slug', 'texts', 'minutes', 'capacity', 'preparation_minutes', 'tidy_minutes'])
    .where('status', '=', 'ready')
    .where((q) => q.or([q('centre_id', 'is', null), q('centre_id', '=', centre)]))
    .orderBy(sql`centre_id is null`)
    .orderBy('id')
    .execute()
  const places = await work.tx
    .selectFrom('network.places')
    .select(['id', 'name', 'city', 'time_zone as timeZone'])
    .where('centre_id', '=', centre)
    .where('kind', '<>', 'listed')
    .orderBy(sql`kind <> 'site'`)
    .orderBy('name')
    .execute()
  const spaces = await work.tx
    .selectFrom('network.spaces')
    .select(['id', 'name', 'capacity', 'place_id as placeId'])
    .where('centre_id', '=', centre)
    .orderBy('name')
    .execute()
  return {
    activities: activities.map((row) => {
      const texts = row.texts as unknown as Record<string, { title?: string } | undefined>
      return {
        id: row.id,
        titles: [row.slug, ...languageCodes.flatMap((lang) => texts[lang]?.title ?? [])],
        minutes: row.minutes,
        capacity: row.capacity,
        preparationMinutes: row.preparation_minutes,
        tidyMinutes: row.tidy_minutes,
      }
    }),
    places,
    spaces,
  }
}

/** Sessions of a centre that earlier imports wrote under these keys. */
export async function readImported(
  work: Work<Schemas>,
  centre: number,
  keys: readonly string[],
): Promise<Map<string, Imported>> {
  const rows = await work.tx
    .selectFrom('programme.sessions')
    .select([
      'id',
      'imported_key',
      'activity_id as activityId',
      'place_id as placeId',
      'space_id as spaceId',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'capacity',
      'seats_taken as seatsTaken',
      'status',
    ])
    .where('centre_id', '=', centre)
    .where(sql<boolean>`imported_key = any(${[...keys]})`)
    .execute()
  return new Map(
    rows.map(({ imported_key, ...row }) => {
      const key = String(imported_key)
      return [key, { ...row, key, status: row.status as Imported['status'] }]
    }),
  )
}

/**
 * Writes sessions as drafts under their keys; answers the numbers of those that were not there yet. Throws a clash
 * when a room was taken meanwhile.
 */
export async function insertImported(
  work: Work<Schemas>,
  centre: number,
  sessions: readonly { key: string; target: Target }[],
): Promise<number[]> {
  if (sessions.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into programme.sessions (centre_id, imported_key, activity_id, place_id, space_id, starts_at, ends_at, capacity,
      languages, status, hosts_needed, skills_needed, preparation_minutes, tidy_minutes, created_at, changed_at)
    select ${centre}, wished.key, a.id, wished.place, wished.space, wished.starts, wished.ends, wished.capacity,
      '{fr}', 'draft', a.hosts, a.host_skills, a.preparation_minutes, a.tidy_minutes, ${work.now}, ${work.now}
    from unnest(${sessions.map(({ key }) => key)}::text[], ${sessions.map(({ target }) => target.activityId)}::int[],
      ${sessions.map(({ target }) => target.placeId)}::int[], ${sessions.map(({ target }) => target.spaceId)}::int[],
      ${sessions.map(({ target }) => target.start.toInstant().toString())}::timestamptz[],
      ${sessions.map(({ target }) => target.end.toInstant().toString())}::timestamptz[],
      ${sessions.map(({ target }) => target.capacity)}::int[])
      with ordinality as wished (key, activity, place, space, starts, ends, capacity, rank)
    join programme.activities a on a.id = wished.activity
    order by wished.rank
    on conflict on constraint session_once_per_import do nothing
    returning id`.execute(work.tx)
  return rows.map(({ id }) => id)
}
