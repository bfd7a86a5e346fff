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

/** Moves a session; the revision grows, so that people are told once of each move. */
export async function writeMove(
  work: Work<'programme'>,
  id: number,
  from: Temporal.Instant,
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
) {
  const row = await work.tx
    .updateTable('programme.sessions')
    .set((q) => ({ starts_at: startsAt, ends_at: endsAt, moved_from: from, revision: q('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

export async function writeCapacity(work: Work<'programme'>, id: number, capacity: number): Promise<void> {
  await work.tx.updateTable('programme.sessions').set({ capacity }).where('id', '=', id).execute()
}

/** Cancels a session: nobody holds a seat any more, and its room is free again. */
export async function writeCancellation(work: Work<'programme'>, id: number): Promise<number> {
  const row = await work.tx
    .updateTable('programme.sessions')
    .set((q) => ({ status: 'cancelled', seats_taken: 0, revision: q('revision', '+', 1) }))
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
