import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { purgeAnswers } from './idempotency.ts'

/** Work of the machines' interface in the background. */
export const jobs = (house: House): Jobs => ({
  'platform.purge-idempotency': async () => {
    await house.inWork({ kind: 'system', centre: null }, purgeAnswers)
  },
})

/** Every night at 02:20 UTC: no zone of the network is awake, or at its busiest. */
export const timetable: Timetable = [{ match: '20 2 * * *', task: 'platform.purge-idempotency' }]
