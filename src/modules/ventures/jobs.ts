import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetFounders } from './db/founders.ts'

/** How long a founder is remembered after the last step. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  'ventures.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetFounders(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '40 2 * * *', task: 'ventures.forget' }]
