import type { House } from '#platform/house.ts'
import type { Jobs, Timetable } from '#platform/jobs/index.ts'
import { forgetBoosters } from './db/boosters.ts'
import { forgetPlayers, readIdle } from './db/games.ts'
import { closeLate, endIdle } from './game-move.ts'
import { tellRecordStore } from './tell-record-store.ts'

/** The last message leaves after six months; its link still answers for one. Months. */
const kept = 7
/** A game nobody touches ends by itself, and the names of its players go as long after its end. Hours. */
const dayOfHours = 24

export const jobs = (house: House): Jobs => ({
  'games.close': async ({ centre, game, position }) => {
    await house.inWork({ kind: 'system', centre: Number(centre) }, (work) =>
      closeLate(work, { game: Number(game), position: Number(position) }),
    )
  },
  'games.tidy': async () => {
    const everywhere = { kind: 'system', centre: null } as const
    const before = house.now().subtract({ hours: dayOfHours })
    const idle = await house.inWork(everywhere, (work) => readIdle(work, before))
    for (const game of idle) await house.inWork(everywhere, (work) => endIdle(work, game))
    await house.inWork(everywhere, (work) => forgetPlayers(work, before))
  },
  'games.tell-record-store': ({ centre, game }) =>
    tellRecordStore(house, { centre: Number(centre), game: Number(game) }),
  'games.forget-boosters': async () => {
    await house.inWork({ kind: 'system', centre: null }, (work) =>
      forgetBoosters(work, work.now.toZonedDateTimeISO('UTC').subtract({ months: kept }).toInstant()),
    )
  },
})

export const timetable: Timetable = [
  { match: '20 * * * *', task: 'games.tidy' },
  { match: '50 1 * * *', task: 'games.forget-boosters' },
]
