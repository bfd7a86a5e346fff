import { claimSeats, releaseSeats } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { lockRegistration, writeSeats } from './db/registration.ts'
import { offerSeats } from './offer-seats.ts'

type Schemas = 'registrations' | 'programme' | 'network'

/** Somebody does not come: her chairs are free for who waits or stands at the door. */
export async function freeSeats(work: Work<Schemas>, registrationId: number): Promise<void> {
  const held = await lockRegistration(work, registrationId)
  if (held?.status !== 'confirmed' || held.seats === 0) return
  await writeSeats(work, held.id, 0)
  await releaseSeats(work, held.session, held.seats)
  await offerSeats(work, held.session)
}

/** She is here after all: her chairs are hers again if nobody sits on them. */
export async function takeSeatsBack(
  work: Work<Schemas>,
  registrationId: number,
): Promise<Result<null, { refusal: 'session-full' }>> {
  const held = await lockRegistration(work, registrationId)
  if (held?.status !== 'confirmed' || held.seats > 0) return done(null)
  if ((await claimSeats(work, held.session, held.party)) !== 'held')
    return refuse({ refusal: 'session-full' })
  await writeSeats(work, held.id, held.party)
  return done(null)
}
