import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetSubscriptions } from './db/subscription.ts'
import { tellChange, tellStop } from './stop-tell.ts'

/** How long somebody waits for the team before we forget her. Months. */
const kept = 12

const which = (payload: Record<string, string | number | null>) => ({
  centre: Number(payload.centre),
  stop: Number(payload.stop),
})
const system = (payload: Record<string, string | number | null>) =>
  ({ kind: 'system', centre: Number(payload.centre) }) as const

export const jobs = (house: House): Jobs => ({
  'network.tell-stop': async (payload) => {
    await house.inWork(system(payload), (work) => tellStop(work, which(payload)))
  },
  'network.tell-change': async (payload) => {
    await house.inWork(system(payload), (work) => tellChange(work, which(payload)))
  },
  'network.forget-subscriptions': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetSubscriptions(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: kept }).toInstant()),
    )
  },
})

export const timetable: Timetable = [{ match: '45 1 * * *', task: 'network.forget-subscriptions' }]
