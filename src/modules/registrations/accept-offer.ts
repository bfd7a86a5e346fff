import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readCourse } from './db/course.ts'
import { lockRegistration, writeConfirmed } from './db/registration.ts'
import { writeDecision } from './db/waiting-list.ts'
import { datesAhead } from './domain/course.ts'
import { scheduleReminders } from './remind.ts'

/** Says yes to an offer: the seats it held are the party's. Saying yes twice is saying yes. */
export async function acceptOffer(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { registrationId: number },
): Promise<Result<{ again: boolean }, { refusal: 'registration-unknown' | 'no-offer' | 'offer-expired' }>> {
  const held = await lockRegistration(work, command.registrationId)
  if (!held) return refuse({ refusal: 'registration-unknown' })
  if (held.status === 'confirmed') return done({ again: true })
  if (held.status !== 'offered' || !held.offerExpiresAt) return refuse({ refusal: 'no-offer' })
  if (Temporal.Instant.compare(held.offerExpiresAt, work.now) <= 0)
    return refuse({ refusal: 'offer-expired' })
  await writeConfirmed(work, held.id)
  await writeDecision(work, held.centre, {
    registration: held.id,
    decision: 'accepted',
    seatsFree: held.seats,
  })
  work.enqueue('messaging.deliver', {
    centre: held.centre,
    kind: 'registrations.confirmed',
    ref: held.id,
    version: 0,
  })
  const course = await readCourse(work, held.session)
  scheduleReminders(
    work,
    { centre: held.centre, registration: held.id },
    datesAhead(course?.dates ?? [], work.now),
  )
  return done({ again: false })
}
