import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { askAgain, closeCalls, reopenSessionsOf, tellWithdrawal } from './call-follow.ts'
import { callHosts } from './call-hosts.ts'
import { recordHoursGiven } from './call-hours.ts'
import { remindHost } from './call-remind.ts'
import { readCentresWithHours } from './db/call-hours.ts'
import { forgetCalls } from './db/calls.ts'

const system = (payload: Record<string, string | number | null>) =>
  ({ kind: 'system', centre: Number(payload.centre) }) as const

export const jobs = (house: House): Jobs => ({
  'planning.call-hosts': async (payload) => {
    const after = payload.after === null ? null : Number(payload.after)
    await house.inWork(system(payload), (work) =>
      callHosts(work, house.seal, { session: Number(payload.session), after }),
    )
  },
  'planning.ask-again': async (payload) => {
    await house.inWork(system(payload), (work) => askAgain(work, { call: Number(payload.call) }))
  },
  'planning.close-calls': async (payload) => {
    await house.inWork(system(payload), (work) => closeCalls(work, { session: Number(payload.session) }))
  },
  'planning.tell-withdrawal': async (payload) => {
    await house.inWork(system(payload), (work) => tellWithdrawal(work, { call: Number(payload.call) }))
  },
  'planning.reopen-sessions': async (payload) => {
    const actor = system(payload)
    await house.inWork(actor, (work) =>
      reopenSessionsOf(work, house.seal, { centre: actor.centre, member: Number(payload.member) }),
    )
  },
  'planning.remind-host': async (payload) => {
    const command = { session: Number(payload.session), member: Number(payload.member) }
    await house.inWork(system(payload), (work) => remindHost(work, command))
  },
  'planning.record-hours': async () => {
    const centres = await house.inWork({ kind: 'system', centre: null }, readCentresWithHours)
    for (const centre of centres)
      await house.inWork({ kind: 'system', centre }, (work) => recordHoursGiven(work, { centre }))
  },
  'planning.forget-calls': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetCalls(work, work.now.toZonedDateTimeISO('UTC').subtract({ years: 1 }).toInstant()),
    )
  },
})

export const timetable: Timetable = [
  { match: '15 * * * *', task: 'planning.record-hours' },
  { match: '50 1 * * *', task: 'planning.forget-calls' },
]
