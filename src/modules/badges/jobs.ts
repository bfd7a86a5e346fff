import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetBadges } from './db/credentials.ts'

/** How long a badge can be opened by its link after it was given. */
const keptYears = 10

export const jobs = (house: House): Jobs => ({
  'badges.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetBadges(work, work.now.toZonedDateTimeISO('UTC').subtract({ years: keptYears }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '5 2 * * *', task: 'badges.forget' }]
