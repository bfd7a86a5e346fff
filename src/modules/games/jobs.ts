import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetBoosters } from './db/boosters.ts'

/** The last message leaves after six months; its link still answers for one. Months. */
const kept = 7

export const jobs = (house: House): Jobs => ({
  'games.forget-boosters': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetBoosters(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: kept }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '50 1 * * *', task: 'games.forget-boosters' }]
