import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { purge } from './purge.ts'

export const jobs = (house: House): Jobs => ({
  'access.purge': async () => {
    await house.inWork({ kind: 'gate' }, purge)
  },
})

export const timetable: Timetable = [{ match: '20 3 * * *', task: 'access.purge' }]
