import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetAuthors } from './db/authors.ts'

/** How long an author is remembered after the last thing she did. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  'projects.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetAuthors(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '35 2 * * *', task: 'projects.forget' }]
