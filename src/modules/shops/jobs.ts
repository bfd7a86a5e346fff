import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetShops } from './db/shops.ts'

/** How long a shop is remembered after its last step. */
const keptMonths = 24

export const jobs = (house: House): Jobs => ({
  'shops.forget': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetShops(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '30 2 * * *', task: 'shops.forget' }]
