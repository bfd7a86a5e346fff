import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetMakers } from './db/forget.ts'
import { giveSlotsOf } from './give-slots.ts'
import { labJobs, labTimetable } from './lab-jobs.ts'
import { remind } from './remind.ts'

/** How long a maker is remembered after the last contact. */
const keptMonths = 12

export const jobs = (house: House): Jobs => ({
  ...labJobs(house),
  'fablab.remind': async ({ centre, booking }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) => remind(work, Number(booking)))
  },
  // Added by the database, whoever frees a machine (0250): what it finds given or held it leaves as it is.
  'fablab.give-freed': async ({ centre, machine }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      giveSlotsOf(work, Number(machine)),
    )
  },
  'fablab.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetMakers(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '20 2 * * *', task: 'fablab.forget' }, ...labTimetable]
