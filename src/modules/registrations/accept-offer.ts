import { lockSeats } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { lockRegistration, writeConfirmed } from './db/registration.ts'
import { writeDecision } from './db/waiting-list.ts'
import { reminderAt } from './domain/reminder.ts'

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
  const seats = await lockSeats(work, held.session)
  const at = seats && reminderAt({ start: seats.start, joinedAt: work.now })
  if (at)
    work.enqueue(
      'registrations.remind',
      { centre: held.centre, registration: held.id },
      { runAt: at, key: `remind:${held.id}` },
    )
  return done({ again: false })
}
