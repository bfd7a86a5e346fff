import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { type Composers, type Drivers, driversOf } from '#platform/messages/index.ts'
import { deliver } from './deliver.ts'
import { purge } from './purge.ts'

/** The post: every module's composers are given, the drivers come from the settings. */
export const jobs = (
  house: House,
  composers: Composers,
  drivers: Drivers = driversOf(house.settings),
): Jobs => ({
  'messaging.deliver': async ({ centre, kind, ref, version }, info) => {
    const key = {
      centre: centre == null ? null : Number(centre),
      kind: String(kind),
      ref: Number(ref),
      version: Number(version ?? 0),
    }
    await deliver(house, { composers, drivers }, key, info)
  },
  'messaging.purge': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) => purge(work, house.seal))
  },
})

export const timetable: Timetable = [{ match: '40 3 * * *', task: 'messaging.purge' }]
