import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetMentors } from './db/mentors.ts'
import { findRound } from './run-round.ts'
import { signalSilence } from './signal-silence.ts'
import { tellLeaving } from './tell-leaving.ts'

/** How long a mentor is remembered after the last step. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  'mentoring.match': async ({ centre, round }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      findRound(work, { centre: Number(centre), round: Number(round) }),
    )
  },
  'mentoring.tell-leaving': async (payload) => {
    const centre = Number(payload.centre)
    const leaving = { centre, mentor: Number(payload.mentor), match: Number(payload.match) }
    await house.inWork({ kind: 'system', centre }, (work) => tellLeaving(work, leaving))
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
  // People are awake everywhere then, from Martinique to La Réunion.
  { match: '30 14 * * *', task: 'mentoring.signal' },
  { match: '50 2 * * *', task: 'mentoring.forget' },
]
