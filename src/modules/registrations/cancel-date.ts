import { lockSeats, writeCancellation } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { handOver, readCourse } from './db/course.ts'
import { datesKept } from './domain/course.ts'

/**
 * Cancels one date of a course that keeps others: those who joined keep their chairs, and are told of this date alone.
 * When it led the course, the next date leads it. `only-date`: nothing would be left, the whole course is to be
 * cancelled instead. Twice is the same as once.
 */
export async function cancelDate(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { sessionId: number },
): Promise<Result<{ again: boolean }, { refusal: 'session-unknown' | 'session-started' | 'only-date' }>> {
  const found = await readCourse(work, command.sessionId)
  // Another centre's session is public to read, and unknown to whoever would change it.
  if (!found || !('centre' in work.actor) || found.lead.centre.id !== work.actor.centre)
    return refuse({ refusal: 'session-unknown' })
  const seats = await lockSeats(work, found.lead.id)
  // Read again under the lock: another date may lead by now.
  const course = await readCourse(work, command.sessionId)
  const date = course?.dates.find(({ id }) => id === command.sessionId)
  if (!seats || !course || !date || course.lead.id !== found.lead.id)
    return refuse({ refusal: 'session-unknown' })
  if (date.status === 'cancelled') return done({ again: true })
  if (Temporal.Instant.compare(date.start.toInstant(), work.now) <= 0)
    return refuse({ refusal: 'session-started' })
  const [heir] = datesKept(course.dates).filter(({ id }) => id !== date.id)
  if (!heir) return refuse({ refusal: 'only-date' })
  if (date.id === course.lead.id) await handOver(work, { from: date.id, to: heir.id })
  const revision = await writeCancellation(work, date.id)
  work.enqueue('registrations.tell-session', { centre: seats.centre, session: date.id, revision })
  return done({ again: false })
}
