import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetProposals } from './db/proposal.ts'

/** How long proposals and their answers are kept. Years. */
const kept = 2

export const jobs = (house: House): Jobs => ({
  'planning.forget-proposals': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetProposals(work, work.now.toZonedDateTimeISO('UTC').subtract({ years: kept }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '55 1 * * *', task: 'planning.forget-proposals' }]
