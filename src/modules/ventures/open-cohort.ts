import { record } from '#modules/access/index.ts'
import { isClash } from '#modules/programme/index.ts'
import { expand } from '#platform/calendar/recurrence.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readApplications, writeApplicationStatus } from './db/applications.ts'
import { readRoom } from './db/clinics.ts'
import {
  deleteMeetingsToCome,
  insertCohort,
  insertCohortMeeting,
  insertCriteria,
  lockCohort,
  writeCohortStatus,
} from './db/cohorts.ts'
import { writeFounderStatus } from './db/founders.ts'
import { isRoomFree } from './db/room-hours.ts'
import { type Cohort, type CohortStatus, nextStatuses } from './domain/cohort.ts'
import { tellApplication } from './tell-application.ts'

type Schemas = 'ventures' | 'network' | 'access' | 'programme'

export interface OpenCohort extends Omit<Cohort, 'id' | 'seatsTaken' | 'status'> {
  criteria: readonly { label: string; weight: number }[]
  room: number
  /** The first meeting; then every week, the same day at the same hour. */
  first: Temporal.PlainDate
  from: Temporal.PlainTime
  to: Temporal.PlainTime
  meetings: number
}
export type OpenCohortRefusal = 'room-unknown' | 'meeting-too-short' | 'room-taken'

/** Writes a cohort, its jury’s grid and its weekly meetings; its room is held each time. A draft, until it is opened. */
export async function openCohort(
  work: Work<Schemas>,
  command: OpenCohort,
): Promise<Result<{ id: number }, { refusal: OpenCohortRefusal }>> {
  const room = await readRoom(work, command.centre, command.room)
  if (!room) return refuse({ refusal: 'room-unknown' })
  const minutes = command.from.until(command.to).total('minutes')
  if (minutes < 15 || minutes > 600) return refuse({ refusal: 'meeting-too-short' })
  const hours = expand({
    rule: `FREQ=WEEKLY;COUNT=${command.meetings}`,
    startsOn: command.first,
    time: command.from,
    timeZone: room.timeZone,
    limit: command.meetings,
  }).map((at) => ({ startsAt: at.toInstant(), endsAt: at.withPlainTime(command.to).toInstant() }))
  if (!(await isRoomFree(work, command.room, hours))) return refuse({ refusal: 'room-taken' })
  const id = await insertCohort(work, command)
  await insertCriteria(
    work,
    { cohort: id, centre: command.centre },
    command.criteria.map((one, at) => ({ ...one, position: at + 1 })),
  )
  try {
    for (const at of hours)
      await insertCohortMeeting(work, {
        centre: command.centre,
        cohort: id,
        place: room.place,
        space: command.room,
        ...at,
      })
  } catch (error) {
    // Taken since it was looked at.
    if (isClash(error)) return refuse({ refusal: 'room-taken' })
    throw error
  }
  await record(work, 'ventures.open-cohort', `cohort:${id}`)
  return done({ id })
}

/**
 * A cohort opens, begins, ends or is called off. Whoever goes to the end is an alumna; whoever still waits when it begins
 * is told it has, and whoever is in when it is called off too.
 */
export async function moveCohort(
  work: Work<Schemas>,
  id: number,
  to: CohortStatus,
): Promise<Result<CohortStatus, { refusal: 'cohort-unknown' | 'cohort-moved' }>> {
  const cohort = await lockCohort(work, id)
  if (!cohort) return refuse({ refusal: 'cohort-unknown' })
  if (!nextStatuses[cohort.status].includes(to)) return refuse({ refusal: 'cohort-moved' })
  await writeCohortStatus(work, id, { from: cohort.status, to })
  const applications = await readApplications(work, id)
  for (const application of applications) {
    if (to === 'finished' && application.status === 'confirmed')
      await writeFounderStatus(work, application.founder, { from: ['active', 'paused'], to: 'alumni' })
    const isLeft = application.status === 'sent' || application.status === 'waiting'
    if (to === 'running' && isLeft) {
      await writeApplicationStatus(work, application.id, { from: ['sent', 'waiting'], to: 'declined' })
      tellApplication(work, 'declined', application)
    }
    if (to === 'called-off' && application.status !== 'withdrawn' && application.status !== 'declined') {
      await writeApplicationStatus(work, application.id, { from: [application.status], to: 'declined' })
      tellApplication(work, 'called-off', application)
    }
  }
  if (to === 'called-off' || to === 'dropped') await deleteMeetingsToCome(work, id)
  await record(work, `ventures.cohort-${to}`, `cohort:${id}`)
  return done(to)
}
