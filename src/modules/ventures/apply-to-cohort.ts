import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import {
  readApplication,
  readLateOffers,
  readNextInLine,
  sendApplication,
  writeApplicationStatus,
} from './db/applications.ts'
import { lockCohort } from './db/cohorts.ts'
import { touchFounder } from './db/founders.ts'
import {
  type Application,
  type ApplyRefusal,
  type Cohort,
  holdsSeat,
  isLive,
  nextApplication,
  refusalOfApplication,
} from './domain/cohort.ts'
import type { Founder } from './domain/vocabulary.ts'
import { tellApplication } from './tell-application.ts'

type Schemas = 'ventures' | 'network'

/** How long a seat offered is kept. */
export const offeredHours = 5 * 24

/** A founder applies to a cohort of her centre. `today` there. */
export async function applyToCohort(
  work: Work<Schemas>,
  founder: Founder,
  { cohort: id, motivation }: { cohort: number; motivation: string },
  today: Temporal.PlainDate,
): Promise<Result<{ id: number }, { refusal: ApplyRefusal | 'already-applied' }>> {
  // Held to the end: a cohort that begins or is called off meanwhile answers whoever has applied.
  const cohort = await lockCohort(work, id)
  if (!cohort || cohort.centre !== founder.centre) return refuse({ refusal: 'cohort-unknown' })
  const refusal = refusalOfApplication(cohort, founder, today)
  if (refusal) return refuse({ refusal })
  const application = await sendApplication(work, {
    centre: founder.centre,
    cohort: id,
    founder: founder.id,
    motivation,
  })
  if (application === null) return refuse({ refusal: 'already-applied' })
  await touchFounder(work, founder.id)
  tellApplication(work, 'received', { id: application, centre: founder.centre })
  return done({ id: application })
}

/** Says yes to a seat that was offered, in time. Said twice, it is said once. */
export async function confirmSeat(
  work: Work<Schemas>,
  founder: Founder,
  id: number,
): Promise<Result<null, { refusal: 'application-unknown' | 'offer-over' }>> {
  const held = await holdApplication(work, founder, id)
  if (!held) return refuse({ refusal: 'application-unknown' })
  const { application, cohort } = held
  if (application.status === 'confirmed') return done(null)
  const isLate = !application.offerUntil || Temporal.Instant.compare(application.offerUntil, work.now) < 0
  if (isLate || !isLive(cohort.status)) return refuse({ refusal: 'offer-over' })
  if (!(await writeApplicationStatus(work, id, { from: ['offered'], to: 'confirmed' })))
    return refuse({ refusal: 'offer-over' })
  await touchFounder(work, founder.id)
  return done(null)
}

/**
 * Gives up an application, or a seat, without a reason, until the cohort ends; a seat given back is offered to the next in
 * line. Given up twice, it is given up once.
 */
export async function withdrawApplication(
  work: Work<Schemas>,
  founder: Founder,
  id: number,
): Promise<Result<null, { refusal: 'application-unknown' | 'cohort-over' }>> {
  const held = await holdApplication(work, founder, id)
  if (!held) return refuse({ refusal: 'application-unknown' })
  const { application, cohort } = held
  if (!nextApplication[application.status].includes('withdrawn')) return done(null)
  if (!isLive(cohort.status)) return refuse({ refusal: 'cohort-over' })
  await writeApplicationStatus(work, id, { from: [application.status], to: 'withdrawn' })
  if (holdsSeat(application.status)) await offerNext(work, cohort.id)
  await touchFounder(work, founder.id)
  return done(null)
}

/** An application of hers and its cohort, which nobody else moves until the end of this work. */
async function holdApplication(
  work: Work<Schemas>,
  founder: Founder,
  id: number,
): Promise<{ application: Application; cohort: Cohort } | null> {
  const read = await readApplication(work, id)
  if (read?.founder !== founder.id) return null
  // One at a time in a cohort: a seat given back and a seat offered never cross.
  const cohort = await lockCohort(work, read.cohort)
  const application = await readApplication(work, id)
  return cohort && application && { application, cohort }
}

/** Offers a seat given back to whoever waits, the best judged first. Nobody waits: it stays free, for a human to offer. */
async function offerNext(work: Work<Schemas>, id: number): Promise<void> {
  const cohort = await lockCohort(work, id)
  const next = cohort && (await readNextInLine(work, id))
  if (!cohort || !next || !isLive(cohort.status) || cohort.seatsTaken >= cohort.seats) return
  await writeApplicationStatus(work, next.id, {
    from: ['waiting'],
    to: 'offered',
    offerUntil: work.now.add({ hours: offeredHours }),
  })
  tellApplication(work, 'offered', next)
}

/** Seats offered and not answered in time go to the next in line; whoever did not answer is told. Tells how many. */
export async function expireOffers(work: Work<Schemas>): Promise<number> {
  const late = await readLateOffers(work)
  for (const application of late) {
    await lockCohort(work, application.cohort)
    if (!(await writeApplicationStatus(work, application.id, { from: ['offered'], to: 'withdrawn' })))
      continue
    tellApplication(work, 'expired', application)
    await offerNext(work, application.cohort)
  }
  return late.length
}
