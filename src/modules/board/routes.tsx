import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { linkRoutes } from './link-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { teamRoutes } from './team-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** The board: read and written by anybody, one's own page, and the team's. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', linkRoutes(house))
  app.route('/', teamRoutes(house))
  app.route('/', writeRoutes(house))
  app.route('/', publicRoutes(house))
  return app
}
