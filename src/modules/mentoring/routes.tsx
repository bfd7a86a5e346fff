import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { linkRoutes } from './link-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { teamRoutes } from './team-routes.tsx'

/** Offering to guide, the two pages behind their links, and the team’s. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', publicRoutes(house))
  app.route('/', linkRoutes(house))
  app.route('/', teamRoutes(house))
  return app
}
