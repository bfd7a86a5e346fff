import { claimSeats, lockSeats, releaseSeats } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { lockRegistration, writeParty } from './db/registration.ts'
import { largestParty } from './domain/join.ts'
import { offerSeats } from './offer-seats.ts'

export type ChangePartyRefusal = {
  refusal: 'registration-unknown' | 'registration-cancelled' | 'party-too-large' | 'not-enough-seats'
}

/** Changes how many people come. Fewer frees chairs for those who wait; more is possible only while chairs are left. */
export async function changeParty(
  work: Work<'registrations' | 'programme' | 'network'>,
  command: { registrationId: number; party: number },
): Promise<Result<{ party: number }, ChangePartyRefusal>> {
  const held = await lockRegistration(work, command.registrationId)
  if (!held) return refuse({ refusal: 'registration-unknown' })
  if (held.status === 'cancelled') return refuse({ refusal: 'registration-cancelled' })
  if (command.party === held.party) return done({ party: held.party })
  const room = await lockSeats(work, held.session)
  if (!room || command.party > Math.min(largestParty, room.capacity))
    return refuse({ refusal: 'party-too-large' })
  if (held.status === 'waitlisted') {
    await writeParty(work, held.id, command.party, 0)
    // A smaller party may now fit in chairs that were too few for it.
    if (command.party < held.party) await offerSeats(work, held.session)
    return done({ party: command.party })
  }
  // Marked absent at the door: her chairs are not hers to count any more.
  if (held.seats === 0) return refuse({ refusal: 'not-enough-seats' })
  const more = command.party - held.seats
  if (more > 0 && (await claimSeats(work, held.session, more)) !== 'held')
    return refuse({ refusal: 'not-enough-seats' })
  await writeParty(work, held.id, command.party, command.party)
  if (more < 0) {
    await releaseSeats(work, held.session, -more)
    await offerSeats(work, held.session)
  }
  return done({ party: command.party })
}
