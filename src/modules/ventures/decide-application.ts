import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { offeredHours } from './apply-to-cohort.ts'
import { readApplication, writeApplicationStatus } from './db/applications.ts'
import { lockCohort, readCriteria, readScores, writeScores } from './db/cohorts.ts'
import { type Application, nextApplication } from './domain/cohort.ts'
import { fewestJurors, judge } from './domain/jury.ts'
import { tellApplication } from './tell-application.ts'

type Schemas = 'ventures' | 'access'
export type Decision = 'offered' | 'waiting' | 'declined'
export type DecisionRefusal = 'application-unknown' | 'application-decided' | 'jury-too-small' | 'cohort-full'

/** A member of the jury gives marks of 0 to 4, one for each criterion; given again, they replace the first ones. */
export async function scoreApplication(
  work: Work<Schemas>,
  {
    application,
    member,
    given,
  }: { application: Application; member: number; given: ReadonlyMap<number, number> },
): Promise<Result<null, { refusal: 'application-decided' }>> {
  if (application.status !== 'sent' && application.status !== 'waiting')
    return refuse({ refusal: 'application-decided' })
  await writeScores(work, {
    application: application.id,
    centre: application.centre,
    member,
    given: [...given].map(([criterion, score]) => ({ criterion, score })),
  })
  return done(null)
}

/**
 * A coordinator decides, once two of the jury have judged: a seat, the waiting list, or no. Never one seat too many: the
 * cohort is held while a seat is given, and the database counts.
 */
export async function decideApplication(
  work: Work<Schemas>,
  { id, decision, member }: { id: number; decision: Decision; member: number },
): Promise<Result<Decision, { refusal: DecisionRefusal }>> {
  const read = await readApplication(work, id)
  const cohort = read && (await lockCohort(work, read.cohort))
  // Read again: somebody may have decided while the cohort was waited for.
  const application = cohort && (await readApplication(work, id))
  if (!cohort || !application) return refuse({ refusal: 'application-unknown' })
  if (!nextApplication[application.status].includes(decision))
    return refuse({ refusal: 'application-decided' })
  const [judged] = judge([id], await readCriteria(work, cohort.id), await readScores(work, [id]))
  if (!judged || judged.jurors < fewestJurors) return refuse({ refusal: 'jury-too-small' })
  if (decision === 'offered' && cohort.seatsTaken >= cohort.seats) return refuse({ refusal: 'cohort-full' })
  const isWritten = await writeApplicationStatus(work, id, {
    from: [application.status],
    to: decision,
    member,
    points: judged.points,
    ...(decision === 'offered' && { offerUntil: work.now.add({ hours: offeredHours }) }),
  })
  // Who applied may have erased everything meanwhile.
  if (!isWritten) return refuse({ refusal: 'application-unknown' })
  tellApplication(work, decision, application)
  await record(work, `ventures.application-${decision}`, `application:${id}`)
  return done(decision)
}
