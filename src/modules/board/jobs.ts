import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetNeighbours } from './db/neighbours.ts'
import { expireNotices } from './db/notice-steps.ts'
import { followMeetings } from './follow.ts'
import { remind } from './remind.ts'

/** How long somebody of the board is remembered after the last thing they did. */
const keptMonths = 12
const theClock = { kind: 'system', centre: null } as const

export const jobs = (house: House): Jobs => ({
  'board.remind': async ({ centre, introduction }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      remind(work, Number(introduction)),
    )
  },
  'board.follow': () => followMeetings(house),
  'board.expire': async () => {
    await house.inWork(theClock, (work) =>
      expireNotices(work, work.now.toZonedDateTimeISO('UTC').toPlainDate()),
    )
  },
  'board.forget': async () => {
    await house.inWork(theClock, (work) =>
      forgetNeighbours(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [
  { match: '*/10 * * * *', task: 'board.follow' },
  { match: '25 1 * * *', task: 'board.expire' },
  { match: '25 2 * * *', task: 'board.forget' },
]
