import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { metrics } from '#platform/http/health.ts'
import { answerRoutes } from './answer-routes.ts'
import { cardRoutes } from './card-routes.tsx'
import { drawLive } from './draw.tsx'
import { driveRoutes } from './drive-routes.tsx'
import { openEngine } from './live/engine.ts'
import { streamRoutes } from './live/stream-routes.ts'
import { playAddress } from './play-address.ts'
import { playRoutes } from './play-routes.tsx'
import { recordRoutes } from './record-routes.ts'

/** A live game, from the phones, the screen, the facilitator's phone and the cards to what keeps it. */
export function liveRoutes(house: House): Routes {
  const address = playAddress(house.settings)
  const { engine, hub } = openEngine(house, (room, { viewer, lang, tongue }) =>
    drawLive(room, viewer, lang, tongue, address),
  )
  metrics.countStreams(() => hub.size)
  house.closing(() => hub.close())
  const app = new Hono<Env>()
  app.route('/', answerRoutes(house, engine))
  app.route('/', streamRoutes(house, engine, hub))
  app.route('/', cardRoutes(house, engine))
  app.route('/', recordRoutes(house))
  app.route('/', driveRoutes(house, engine))
  app.route('/', playRoutes(house, engine))
  return app
}
