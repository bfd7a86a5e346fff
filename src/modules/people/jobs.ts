import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetPeople } from './db/forget.ts'

/** How long people are remembered after the last contact, and calls after they were made. */
const kept = { months: 12, daysOfCall: 30 } as const

export const jobs = (house: House): Jobs => ({
  'people.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) => {
      const today = work.now.toZonedDateTimeISO('UTC')
      return forgetPeople(work, {
        met: today.subtract({ months: kept.months }).toInstant(),
        called: today.subtract({ days: kept.daysOfCall }).toInstant(),
      })
    })
  },
})

export const timetable: Timetable = [{ match: '40 1 * * *', task: 'people.forget' }]
