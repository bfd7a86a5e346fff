import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetTeam } from './db/members.ts'

/** How long each thing of the team is kept after it is over. */
const kept = { answeredMonths: 3, askedMonths: 12, overMonths: 1, hoursYears: 5 } as const

export const jobs = (house: House): Jobs => ({
  'team.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) => {
      const now = work.now.toZonedDateTimeISO('UTC')
      const today = now.toPlainDate()
      return forgetTeam(work, {
        answered: now.subtract({ months: kept.answeredMonths }).toInstant(),
        asked: now.subtract({ months: kept.askedMonths }).toInstant(),
        over: today.subtract({ months: kept.overMonths }),
        hours: today.subtract({ years: kept.hoursYears }),
      })
    })
  },
})

export const timetable: Timetable = [{ match: '55 1 * * *', task: 'team.forget' }]
