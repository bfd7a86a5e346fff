import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { withdrawApplication } from './apply-to-cohort.ts'
import { cancelClinicBooking } from './book-clinic.ts'
import { readApplicationsOf } from './db/applications.ts'
import { readBookingsOfContact } from './db/clinic-bookings.ts'
import { deleteFounder, readContactOfFounder, writeFounderStatus } from './db/founders.ts'
import type { Founder, FounderStatus } from './domain/vocabulary.ts'

/** A pause: nothing is proposed to her until she takes it up again. Asked twice, it is over. */
export async function pauseFounder(
  work: Work<'ventures'>,
  founder: Founder,
): Promise<Result<FounderStatus, { refusal: 'founder-alumni' }>> {
  const to = founder.status === 'paused' ? 'active' : 'paused'
  return (await writeFounderStatus(work, founder.id, { from: ['active', 'paused'], to }))
    ? done(to)
    : refuse({ refusal: 'founder-alumni' })
}

/** The team says where a founder is: followed, paused, or on her own now. */
export async function standFounder(
  work: Work<'ventures'>,
  founder: Founder,
  to: FounderStatus,
): Promise<void> {
  await writeFounderStatus(work, founder.id, { from: ['active', 'paused', 'alumni'], to })
}

/** Erases a founder and all that was kept with her. Her seats in cohorts and her hours with experts go to whoever waits. */
export async function eraseFounder(work: Work<'ventures' | 'network'>, founder: Founder): Promise<void> {
  const applications = await readApplicationsOf(work, founder.id)
  // Cohort by cohort, always in the same order: two people who leave never wait for each other.
  for (const { id } of applications.toSorted((a, b) => a.cohort - b.cohort))
    await withdrawApplication(work, founder, id)
  const contact = await readContactOfFounder(work, founder.id)
  const bookings = contact ? await readBookingsOfContact(work, contact.key) : []
  for (const booking of bookings)
    if (booking.founder === founder.id) await cancelClinicBooking(work, booking.id)
  await deleteFounder(work, founder.id)
}
