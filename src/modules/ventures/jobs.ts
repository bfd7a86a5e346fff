import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { expireOffers } from './apply-to-cohort.ts'
import { forgetClinicBookings } from './db/clinic-bookings.ts'
import { forgetScores } from './db/cohorts.ts'
import { forgetFounders } from './db/founders.ts'
import { remindMeetings } from './remind-meetings.ts'

/** How long a founder is remembered after the last step. */
const keptMonths = 12
/** Days after a clinic during which who came is known. */
const keptDays = 30
/** Days after a cohort began during which marks of its jury are known. */
const judgedDays = 60

export const jobs = (house: House): Jobs => ({
  'ventures.expire-offers': async () => {
    for (const { centre } of await house.inWork({ kind: 'system', centre: null }, readTowns))
      await house.inWork({ kind: 'system', centre }, expireOffers)
  },
  'ventures.remind-meetings': async () => {
    for (const town of await house.inWork({ kind: 'system', centre: null }, readTowns))
      await house.inWork({ kind: 'system', centre: town.centre }, (work) => remindMeetings(work, town))
  },
  'ventures.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, async (work) => {
      const today = work.now.toZonedDateTimeISO('UTC')
      await forgetFounders(work, today.subtract({ months: keptMonths }).toInstant())
      await forgetClinicBookings(work, today.subtract({ days: keptDays }).toInstant())
      await forgetScores(work, today.subtract({ days: judgedDays }).toInstant())
    })
  },
})

export const timetable: Timetable = [
  { match: '10 * * * *', task: 'ventures.expire-offers' },
  { match: '0 15 * * *', task: 'ventures.remind-meetings' },
  { match: '40 2 * * *', task: 'ventures.forget' },
]
