import { claimSeats } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { lockRegistration, writeConfirmed, writeSeats } from './db/registration.ts'
import { writeDecision } from './db/waiting-list.ts'

/**
 * Lets in, at the door, a party that waits or holds an offer: it gets chairs if there are enough, and nobody is pushed
 * out. Letting in somebody who is in already changes nothing.
 */
export async function admit(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { registrationId: number },
): Promise<
  Result<{ again: boolean }, { refusal: 'registration-unknown' | 'registration-cancelled' | 'session-full' }>
> {
  const held = await lockRegistration(work, command.registrationId)
  if (!held) return refuse({ refusal: 'registration-unknown' })
  if (held.status === 'cancelled') return refuse({ refusal: 'registration-cancelled' })
  if (held.status === 'confirmed') return done({ again: true })
  if (held.status === 'waitlisted' && (await claimSeats(work, held.session, held.party)) !== 'held')
    return refuse({ refusal: 'session-full' })
  await writeConfirmed(work, held.id)
  await writeSeats(work, held.id, held.party)
  await writeDecision(work, held.centre, {
    registration: held.id,
    decision: 'accepted',
    seatsFree: held.party,
  })
  return done({ again: false })
}
