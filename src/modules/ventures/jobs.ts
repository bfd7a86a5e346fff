import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetClinicBookings } from './db/clinic-bookings.ts'
import { forgetFounders } from './db/founders.ts'

/** How long a founder is remembered after the last step. */
const keptMonths = 12
/** Days after a clinic during which who came is known. */
const keptDays = 30

export const jobs = (house: House): Jobs => ({
  'ventures.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, async (work) => {
      const today = work.now.toZonedDateTimeISO('UTC')
      await forgetFounders(work, today.subtract({ months: keptMonths }).toInstant())
      await forgetClinicBookings(work, today.subtract({ days: keptDays }).toInstant())
    })
  },
})

export const timetable: Timetable = [{ match: '40 2 * * *', task: 'ventures.forget' }]
