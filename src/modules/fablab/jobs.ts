import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetMakers } from './db/forget.ts'
import { labJobs, labTimetable } from './lab-jobs.ts'
import { remind } from './remind.ts'

/** How long a maker is remembered after the last contact. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  ...labJobs(house),
  'fablab.remind': async ({ centre, booking }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) => remind(work, Number(booking)))
  },
  'fablab.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetMakers(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '20 2 * * *', task: 'fablab.forget' }, ...labTimetable]
