import type { readTowns } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readApplications } from './db/applications.ts'
import { readCohortMeetings, readCohorts } from './db/cohorts.ts'
import { isLive } from './domain/cohort.ts'
import { tellApplication } from './tell-application.ts'

/** Whoever is in a cohort of a centre that meets tomorrow is told when and where. Told again, it is told once. */
export async function remindMeetings(
  work: Work<'ventures' | 'network'>,
  { centre, timeZone }: Pick<Awaited<ReturnType<typeof readTowns>>[number], 'centre' | 'timeZone'>,
): Promise<void> {
  const tomorrow = work.now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 })
  const live = (await readCohorts(work, { centre })).filter(({ status }) => isLive(status))
  const meetings = await readCohortMeetings(
    work,
    live.map(({ id }) => id),
  )
  const next = meetings.filter((meeting) =>
    meeting.startsAt.toZonedDateTimeISO(meeting.timeZone).toPlainDate().equals(tomorrow),
  )
  for (const meeting of next)
    for (const application of await readApplications(work, meeting.cohort))
      if (application.status === 'confirmed') tellApplication(work, 'meeting', application, meeting.id)
}
