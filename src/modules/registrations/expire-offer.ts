import { releaseSeats } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { lockRegistration, writeWaitingAgain } from './db/registration.ts'
import { writeDecision } from './db/waiting-list.ts'
import { offerSeats } from './offer-seats.ts'

/**
 * Ends an offer nobody answered: the party goes behind those who were never asked, and its seats to the next one that
 * fits. Does nothing before its time, or once it was answered.
 */
export async function expireOffer(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { registrationId: number },
): Promise<void> {
  const held = await lockRegistration(work, command.registrationId)
  if (
    held?.status !== 'offered' ||
    !held.offerExpiresAt ||
    Temporal.Instant.compare(held.offerExpiresAt, work.now) > 0
  )
    return
  await writeWaitingAgain(work, held.id)
  await writeDecision(work, held.centre, {
    registration: held.id,
    decision: 'expired',
    seatsFree: held.seats,
  })
  await releaseSeats(work, held.session, held.seats)
  await offerSeats(work, held.session, { except: held.id })
}
