import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetMentors } from './db/mentors.ts'
import { findRound } from './run-round.ts'
import { signalSilence } from './signal-silence.ts'

/** How long a mentor is remembered after the last step. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  'mentoring.match': async ({ centre, round }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      findRound(work, { centre: Number(centre), round: Number(round) }),
    )
  },
  'mentoring.signal': async () => {
    for (const { centre } of await house.inWork({ kind: 'system', centre: null }, readTowns))
      await house.inWork({ kind: 'system', centre }, (work) => signalSilence(work, centre))
  },
  'mentoring.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetMentors(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [
  { match: '30 8 * * *', task: 'mentoring.signal' },
  { match: '50 2 * * *', task: 'mentoring.forget' },
]
