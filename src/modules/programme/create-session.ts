import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertSession, isClash, readMakings } from './db/change.ts'
import { readSession } from './db/read.ts'
import type { Session } from './domain/session.ts'

export interface CreateSession {
  activityId: number
  placeId: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  capacity: number
}

export type CreateSessionRefusal = {
  refusal: 'activity-unknown' | 'place-unknown' | 'ends-before-it-starts' | 'clash'
}

/** Adds a session to the programme of the actor's centre, in one of that centre's places. */
export async function createSession(
  work: Work<'programme' | 'network'>,
  command: CreateSession,
): Promise<Result<Session, CreateSessionRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (Temporal.Instant.compare(command.endsAt, command.startsAt) <= 0)
    return refuse({ refusal: 'ends-before-it-starts' })
  const { activity, place } = await readMakings(work, command.activityId, command.placeId)
  if (!activity) return refuse({ refusal: 'activity-unknown' })
  if (centre === null || place?.centre_id !== centre) return refuse({ refusal: 'place-unknown' })
  try {
    const id = await insertSession(work, { ...command, centre })
    return done((await readSession(work, id)) as Session)
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
