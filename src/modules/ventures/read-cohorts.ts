import type { Work } from '#platform/work/index.ts'
import { readApplications, readApplicationsOf, readPresences } from './db/applications.ts'
import { type CohortMeeting, readCohort, readCohortMeetings, readCohorts } from './db/cohorts.ts'
import type { Application, Cohort } from './domain/cohort.ts'

type Schemas = 'ventures' | 'network'

/** A cohort and its meetings. */
export interface OfferedCohort {
  cohort: Cohort
  meetings: readonly CohortMeeting[]
}

/** A founder in a cohort, or on her way into it. */
export interface MyCohort extends OfferedCohort {
  application: Application
  /** Meetings she came to. */
  came: number
}

const withMeetings = async (work: Work<Schemas>, cohorts: readonly Cohort[]): Promise<OfferedCohort[]> => {
  const meetings = await readCohortMeetings(
    work,
    cohorts.map(({ id }) => id),
  )
  return cohorts.map((cohort) => ({
    cohort,
    meetings: meetings.filter((meeting) => meeting.cohort === cohort.id),
  }))
}

/** Cohorts to which one may apply on a day, in a centre or in all. */
export async function readOpenCohorts(
  work: Work<Schemas>,
  today: Temporal.PlainDate,
  centre?: number,
): Promise<OfferedCohort[]> {
  const open = await readCohorts(work, { status: 'open', ...(centre && { centre }) })
  return withMeetings(
    work,
    open.filter(
      ({ opensOn, closesOn }) =>
        Temporal.PlainDate.compare(opensOn, today) <= 0 && Temporal.PlainDate.compare(today, closesOn) <= 0,
    ),
  )
}

/** What a founder applied to, and how it goes. */
export async function readMyCohorts(work: Work<Schemas>, founder: number): Promise<MyCohort[]> {
  const applications = await readApplicationsOf(work, founder)
  const presences = await readPresences(
    work,
    applications.map(({ id }) => id),
  )
  const mine = await Promise.all(
    applications.map(async (application) => {
      const cohort = await readCohort(work, application.cohort)
      const [offered] = cohort ? await withMeetings(work, [cohort]) : []
      const marks = [...(presences.get(application.id)?.values() ?? [])]
      return offered
        ? { ...offered, application, came: marks.filter((came) => came === 'present').length }
        : null
    }),
  )
  return mine.filter((one): one is MyCohort => one !== null)
}

/** How many applications of a centre wait to be read. */
export async function countToRead(work: Work<Schemas>, centre: number): Promise<number> {
  const open = await readCohorts(work, { centre, status: 'open' })
  const all = await Promise.all(open.map(({ id }) => readApplications(work, id)))
  return all.flat().filter(({ status }) => status === 'sent').length
}
