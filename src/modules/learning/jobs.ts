import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetLearners } from './db/learners.ts'

/** How long a path is remembered after its last step. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  'learning.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetLearners(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '10 2 * * *', task: 'learning.forget' }]
