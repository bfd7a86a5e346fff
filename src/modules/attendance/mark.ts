import { freeSeats, readRoll, takeSeatsBack } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { holdRegistration, insertMark, readGestures } from './db/marks.ts'
import { chairsAfter, isItsDay, type Mark } from './domain/mark.ts'
import { type Schemas, sessionAtDoor } from './read-roll-call.ts'

export interface MarkAttendance {
  sessionId: number
  registrationId: number
  /** Null undoes the last mark. */
  mark: Mark | null
}

export type MarkRefusal = {
  refusal: 'session-unknown' | 'registration-unknown' | 'session-full' | 'not-the-day'
}

/**
 * Says of somebody on the roll that she is here, is not, or said she would not come; the member who says it and the
 * moment are kept. The same gesture twice is one gesture. Nobody is here before the day of the session at the place; that
 * somebody will not come can be noted before.
 */
export async function mark(
  work: Work<Schemas>,
  command: MarkAttendance,
): Promise<Result<{ again: boolean }, MarkRefusal>> {
  const { actor } = work
  const door = actor.kind === 'member' ? await sessionAtDoor(work, actor, command.sessionId) : null
  if (!door || actor.kind !== 'member') return refuse({ refusal: 'session-unknown' })
  if (command.mark === 'present' && !isItsDay(door.session.start, work.now))
    return refuse({ refusal: 'not-the-day' })
  await holdRegistration(work, command.registrationId)
  const line = (await readRoll(work, command.sessionId)).find(({ id }) => id === command.registrationId)
  if (line?.status !== 'confirmed') return refuse({ refusal: 'registration-unknown' })
  const before = (await readGestures(work, command.sessionId)).get(line.id)?.mark ?? null
  if (before === command.mark) return done({ again: true })

  const chairs = chairsAfter(before, command.mark, door.course.dates.length > 1)
  if (chairs === 'free') await freeSeats(work, line.id)
  if (chairs === 'take-back') {
    const taken = await takeSeatsBack(work, line.id)
    if (!taken.ok) return taken
  }
  await insertMark(work, {
    centre: door.session.centre.id,
    session: command.sessionId,
    registration: line.id,
    mark: command.mark,
    member: actor.member,
  })
  return done({ again: false })
}
