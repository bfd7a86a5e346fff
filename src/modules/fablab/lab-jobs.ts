import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetBreakdowns } from './db/breakdowns.ts'
import { readCentresWithMachines, readCoordinators } from './db/lab-low.ts'
import { readMaterials } from './db/stock.ts'

/** How long the words of a report are kept once it was decided. */
const keptMonths = 12

export const labJobs = (house: House): Jobs => ({
  /** Once a week each coordinator is told what to order, if there is something. */
  'fablab.stock-low': async () => {
    const centres = await house.inWork({ kind: 'visitor' }, readCentresWithMachines)
    for (const centre of centres)
      await house.inWork({ kind: 'system', centre }, async (work) => {
        if (!(await readMaterials(work, centre)).some(({ isLow }) => isLow)) return
        const today = work.now.toZonedDateTimeISO('UTC')
        for (const ref of await readCoordinators(work, centre))
          work.enqueue('messaging.deliver', {
            centre,
            kind: 'fablab.stock-low',
            ref,
            version: (today.yearOfWeek ?? today.year) * 100 + (today.weekOfYear ?? 0),
          })
      })
  },
  'fablab.forget-breakdowns': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetBreakdowns(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const labTimetable: Timetable = [
  { match: '0 7 * * 1', task: 'fablab.stock-low' },
  { match: '25 2 * * *', task: 'fablab.forget-breakdowns' },
]
