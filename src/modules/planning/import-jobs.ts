import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { deleteOldImports } from './db/import.ts'

/** What was read of files is kept a day, to be looked at. */
const kept = { hours: 24 }

export const jobs = (house: House): Jobs => ({
  'planning.forget-imports': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      deleteOldImports(work, work.now.subtract(kept)),
    )
  },
})

export const timetable: Timetable = [{ match: '40 * * * *', task: 'planning.forget-imports' }]
