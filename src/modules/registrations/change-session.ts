import {
  isClash,
  lockSeats,
  mayBeHeldAt,
  readSession,
  writeCancellation,
  writeCapacity,
  writeMove,
  writeSpace,
} from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { cancelDate } from './cancel-date.ts'
import { readCourse } from './db/course.ts'
import { writeSessionCancelled } from './db/registration.ts'
import { shortenOffers } from './db/waiting-list.ts'
import { offerSeats } from './offer-seats.ts'

type Schemas = 'registrations' | 'programme' | 'network'

export interface ChangeSession {
  sessionId: number
  startsAt?: Temporal.Instant | undefined
  endsAt?: Temporal.Instant | undefined
  /** Another place of the centre; its room goes with it. */
  placeId?: number | undefined
  /** Another room; null for none. */
  spaceId?: number | null | undefined
  capacity?: number | undefined
}

export type ChangeSessionRefusal = {
  refusal:
    | 'session-unknown'
    | 'session-cancelled'
    | 'session-started'
    | 'clash'
    | 'place-unknown'
    | 'capacity-below-taken'
    | 'ends-before-it-starts'
}

/**
 * Moves or resizes a session of the actor's centre. Everybody who joined is told once of a move (another room of the same
 * place is no move), and reminders follow;
 * new seats are offered to those who wait, in this same transaction. The seats of a course are those of its lead, whichever
 * of its dates is resized.
 */
export async function changeSession(
  work: Work<Schemas>,
  command: ChangeSession,
): Promise<Result<{ revision: number }, ChangeSessionRefusal>> {
  const open = await openForChange(work, command.sessionId)
  if ('refusal' in open) return refuse({ refusal: open.refusal })
  const { session, centre } = open
  // The seats and the offers of a course live on its lead.
  const lead = (await readCourse(work, session.id))?.lead.id ?? session.id
  let revision = session.revision
  const [start, end] = [session.start.toInstant(), session.end.toInstant()]
  const startsAt = command.startsAt ?? start
  const endsAt = command.endsAt ?? startsAt.add(start.until(end))
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return refuse({ refusal: 'ends-before-it-starts' })

  const placeId = command.placeId ?? session.place.id
  const kept = placeId === session.place.id ? session.spaceId : null
  const spaceId = command.spaceId === undefined ? kept : command.spaceId
  const moves = !startsAt.equals(start) || !endsAt.equals(end) || placeId !== session.place.id
  if (moves || spaceId !== session.spaceId) {
    if (!(await mayBeHeldAt(work, centre, placeId, spaceId))) return refuse({ refusal: 'place-unknown' })
    try {
      const to = { placeId, spaceId, startsAt, endsAt }
      revision = moves
        ? await writeMove(work, session.id, to, startsAt.equals(start) ? null : start)
        : await writeSpace(work, session.id, spaceId)
    } catch (error) {
      if (isClash(error)) return refuse({ refusal: 'clash' })
      throw error
    }
  }
  if (moves && session.status === 'published') {
    work.enqueue('registrations.tell-session', { centre, session: session.id, revision })
    // A session moved earlier takes the end of its offers along: none lasts into the last hour.
    const last = startsAt.subtract({ hours: 1 })
    for (const { id } of await shortenOffers(work, lead, last))
      work.enqueue(
        'registrations.expire-offer',
        { centre, registration: id },
        { runAt: last, key: `offer:${id}` },
      )
  }
  const seats = lead === session.id ? open : await lockSeats(work, lead)
  if (command.capacity !== undefined && seats && command.capacity !== seats.capacity) {
    if (command.capacity < seats.taken) return refuse({ refusal: 'capacity-below-taken' })
    await writeCapacity(work, lead, command.capacity)
    await offerSeats(work, lead)
  }
  return done({ revision })
}

/**
 * Cancels a session of the actor's centre: everybody is told once, and no reminder leaves. Of a course that keeps other
 * dates, only this one: chairs stay. Twice is the same as once.
 */
export async function cancelSession(
  work: Work<Schemas>,
  command: { sessionId: number },
): Promise<Result<{ again: boolean }, { refusal: 'session-unknown' | 'session-started' }>> {
  const date = await cancelDate(work, command)
  if (date.ok) return date
  if (date.refusal !== 'only-date') return refuse({ refusal: date.refusal })
  const open = await openForChange(work, command.sessionId)
  if ('refusal' in open)
    return open.refusal === 'session-cancelled' ? done({ again: true }) : refuse({ refusal: open.refusal })
  const revision = await writeCancellation(work, command.sessionId)
  await writeSessionCancelled(work, command.sessionId)
  work.enqueue('registrations.tell-session', { centre: open.centre, session: command.sessionId, revision })
  return done({ again: false })
}

async function openForChange(work: Work<Schemas>, id: number) {
  const session = await readSession(work, id)
  // Another centre's session is public to read, and unknown to whoever would change it.
  if (!session || !('centre' in work.actor) || session.centre.id !== work.actor.centre)
    return { refusal: 'session-unknown' as const }
  const seats = await lockSeats(work, id)
  if (!seats) return { refusal: 'session-unknown' as const }
  if (seats.status === 'cancelled') return { refusal: 'session-cancelled' as const }
  if (Temporal.Instant.compare(seats.start.toInstant(), work.now) <= 0)
    return { refusal: 'session-started' as const }
  return { session, centre: seats.centre, capacity: seats.capacity, taken: seats.taken }
}
