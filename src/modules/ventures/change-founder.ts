import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { withdrawApplication } from './apply-to-cohort.ts'
import { readApplicationsOf } from './db/applications.ts'
import { deleteFounder, writeFounderStatus } from './db/founders.ts'
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

/** Erases a founder and all that was kept with her. The seats she held in cohorts go to whoever waits. */
export async function eraseFounder(work: Work<'ventures' | 'network'>, founder: Founder): Promise<void> {
  const applications = await readApplicationsOf(work, founder.id)
  // Cohort by cohort, always in the same order: two people who leave never wait for each other.
  for (const { id } of applications.toSorted((a, b) => a.cohort - b.cohort))
    await withdrawApplication(work, founder, id)
  await deleteFounder(work, founder.id)
}
