import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A space, a host or a kit in two places: the database refuses it (`network.occupations`), and this says so in a word. */
export const isClash = (error: unknown) => (error as { code?: string } | null)?.code === '23P01'

export async function insertSession(
  work: Work<'programme'>,
  session: {
    centre: number
    activityId: number
    placeId: number
    startsAt: Temporal.Instant
    endsAt: Temporal.Instant
    capacity: number
  },
): Promise<number> {
  const row = await work.tx
    .insertInto('programme.sessions')
    .values({
      centre_id: session.centre,
      activity_id: session.activityId,
      place_id: session.placeId,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      capacity: session.capacity,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Where and when a session is held. */
export interface Whereabouts {
  placeId: number
  spaceId: number | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/**
 * Moves a session in time or to another place; the revision of a published one grows, so that people are told once of
 * each move. `from` is when it was until now, null when it keeps its time.
 */
export async function writeMove(
  work: Work<'programme'>,
  id: number,
  to: Whereabouts,
  from: Temporal.Instant | null,
): Promise<number> {
  const row = await work.tx
    .updateTable('programme.sessions')
    .set({
      place_id: to.placeId,
      space_id: to.spaceId,
      starts_at: to.startsAt,
      ends_at: to.endsAt,
      changed_at: work.now,
      ...(from && {
        moved_from: sql<Temporal.Instant | null>`case when status = 'published' then ${from}::timestamptz end`,
      }),
      revision: sql<number>`revision + (status = 'published')::int`,
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** Another room of the same place, or none: nobody needs to be told, the door says it. */
export async function writeSpace(
  work: Work<'programme'>,
  id: number,
  spaceId: number | null,
): Promise<number> {
  const row = await work.tx
    .updateTable('programme.sessions')
    .set({ space_id: spaceId, changed_at: work.now })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

export async function writeCapacity(work: Work<'programme'>, id: number, capacity: number): Promise<void> {
  await work.tx
    .updateTable('programme.sessions')
    .set({ capacity, changed_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** Cancels a session: nobody holds a seat any more, and its room is free again. */
export async function writeCancellation(work: Work<'programme'>, id: number): Promise<number> {
  const row = await work.tx
    .updateTable('programme.sessions')
    .set((q) => ({
      status: 'cancelled',
      seats_taken: 0,
      revision: q('revision', '+', 1),
      changed_at: work.now,
    }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

/** What a new session needs to be true of its activity and its place. */
export async function readMakings(work: Work<'programme' | 'network'>, activityId: number, placeId: number) {
  const activity = await work.tx
    .selectFrom('programme.activities')
    .select(['id', 'capacity'])
    .where('id', '=', activityId)
    .executeTakeFirst()
  const place = await work.tx
    .selectFrom('network.places')
    .select(['id', 'centre_id'])
    .where('id', '=', placeId)
    .executeTakeFirst()
  return { activity: activity ?? null, place: place ?? null }
}

/** A room of a place of that centre, or no room: whether a session may be moved there. */
export async function mayBeHeldAt(
  work: Work<'programme' | 'network'>,
  centre: number,
  placeId: number,
  spaceId: number | null,
): Promise<boolean> {
  const place = await work.tx
    .selectFrom('network.places')
    .select('id')
    .where('id', '=', placeId)
    .where('centre_id', '=', centre)
    .executeTakeFirst()
  if (!place || spaceId === null) return place !== undefined
  const space = await work.tx
    .selectFrom('network.spaces')
    .select('id')
    .where('id', '=', spaceId)
    .where('place_id', '=', placeId)
    .executeTakeFirst()
  return space !== undefined
}
