import { releaseSeats } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readCourse } from './db/course.ts'
import { lockRegistration, writeCancelled } from './db/registration.ts'
import { writeDecision } from './db/waiting-list.ts'
import { mayLeave } from './domain/course.ts'
import { offerSeats } from './offer-seats.ts'

/** Cancels a registration, or declines an offer; the seats go to the next party at once. Twice is the same as once. */
export async function cancelRegistration(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { registrationId: number; by: 'resident' | 'desk' },
): Promise<Result<{ again: boolean }, { refusal: 'registration-unknown' | 'too-late-to-cancel' }>> {
  const held = await lockRegistration(work, command.registrationId)
  if (!held) return refuse({ refusal: 'registration-unknown' })
  if (held.status === 'cancelled') return done({ again: true })
  // From its last start on, the roll says who came: only the door changes that.
  const course = await readCourse(work, held.session)
  if (command.by === 'resident' && course && !mayLeave(course.dates, work.now))
    return refuse({ refusal: 'too-late-to-cancel' })
  await writeCancelled(work, held.id, command.by)
  if (held.status === 'offered')
    await writeDecision(work, held.centre, {
      registration: held.id,
      decision: 'declined',
      seatsFree: held.seats,
    })
  if (held.seats > 0) {
    await releaseSeats(work, held.session, held.seats)
    await offerSeats(work, held.session)
  }
  work.enqueue('messaging.deliver', {
    centre: held.centre,
    kind: 'registrations.cancelled',
    ref: held.id,
    version: 0,
  })
  return done({ again: false })
}
