import { claimSeats, lockSeats } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readCourse } from './db/course.ts'
import { lockQueue, writeDecision, writeOffer } from './db/waiting-list.ts'
import { datesKept } from './domain/course.ts'
import { planOffers } from './domain/waiting-list.ts'

/**
 * Offers the free seats of a session to those who wait, in the transaction that freed them. `except` is the party whose
 * offer has just ended: it goes behind and is not asked again by the same passing on.
 */
export async function offerSeats(
  work: Work<'registrations' | 'programme' | 'network'>,
  session: number,
  options: { except?: number } = {},
): Promise<void> {
  const seats = await lockSeats(work, session)
  if (seats?.status !== 'published' || seats.free <= 0) return
  const course = await readCourse(work, session)
  // A course offers nothing once it has begun, whichever of its dates comes first by now.
  const begins = datesKept(course?.dates ?? [])[0]?.start ?? seats.start
  const queue = (await lockQueue(work, session)).filter((waiting) => waiting.registration !== options.except)
  for (const decision of planOffers(queue, seats.free, work.now, begins)) {
    await writeDecision(work, seats.centre, decision)
    if (decision.decision !== 'offered') continue
    await claimSeats(work, session, decision.party)
    await writeOffer(work, decision)
    const { registration, window } = decision
    const version = Math.floor(window.expiresAt.epochMilliseconds / 1000)
    work.enqueue(
      'messaging.deliver',
      { centre: seats.centre, kind: 'registrations.offered', ref: registration, version },
      { runAt: window.notifyAt },
    )
    work.enqueue(
      'registrations.expire-offer',
      { centre: seats.centre, registration },
      { runAt: window.expiresAt, key: `offer:${registration}` },
    )
  }
}
