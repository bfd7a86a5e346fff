import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import {
  readApplication,
  readLateOffers,
  readNextInLine,
  sendApplication,
  writeApplicationStatus,
} from './db/applications.ts'
import { lockCohort, readCohort } from './db/cohorts.ts'
import { touchFounder } from './db/founders.ts'
import {
  type Application,
  type ApplyRefusal,
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
  const cohort = await readCohort(work, id)
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
  const application = await readApplication(work, id)
  if (!application || application.founder !== founder.id) return refuse({ refusal: 'application-unknown' })
  if (application.status === 'confirmed') return done(null)
  const isLate = !application.offerUntil || Temporal.Instant.compare(application.offerUntil, work.now) < 0
  if (isLate || !(await writeApplicationStatus(work, id, { from: ['offered'], to: 'confirmed' })))
    return refuse({ refusal: 'offer-over' })
  await touchFounder(work, founder.id)
  return done(null)
}

/** Gives up an application, or a seat, at any time and without a reason; the next in line is offered the seat. */
export async function withdrawApplication(
  work: Work<Schemas>,
  founder: Founder,
  id: number,
): Promise<Result<null, { refusal: 'application-unknown' }>> {
  const application = await readApplication(work, id)
  if (!application || application.founder !== founder.id) return refuse({ refusal: 'application-unknown' })
  await giveUp(work, application)
  await touchFounder(work, founder.id)
  return done(null)
}

async function giveUp(work: Work<Schemas>, application: Application): Promise<void> {
  // One at a time in a cohort: a seat given back and a seat offered never cross.
  await lockCohort(work, application.cohort)
  const from = (['sent', 'waiting', 'offered', 'confirmed'] as const).filter((status) =>
    nextApplication[status].includes('withdrawn'),
  )
  if (await writeApplicationStatus(work, application.id, { from, to: 'withdrawn' }))
    await offerNext(work, application.cohort)
}

/** Offers each free seat of a cohort to whoever waits, the best judged first. Nobody waits: nothing happens. */
export async function offerNext(work: Work<Schemas>, id: number): Promise<void> {
  for (;;) {
    const cohort = await lockCohort(work, id)
    const next = cohort && (await readNextInLine(work, id))
    const isLive = cohort?.status === 'open' || cohort?.status === 'running'
    if (!cohort || !next || !isLive || cohort.seatsTaken >= cohort.seats) return
    await writeApplicationStatus(work, next.id, {
      from: ['waiting'],
      to: 'offered',
      offerUntil: work.now.add({ hours: offeredHours }),
    })
    tellApplication(work, 'offered', next)
  }
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
