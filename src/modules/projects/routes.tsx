import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { linkRoutes } from './link-routes.tsx'
import { partRoutes } from './part-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { teamRoutes } from './team-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Projects: read by anybody, made from one's own link, looked at by the team. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', teamRoutes(house))
  app.route('/', writeRoutes(house))
  app.route('/', linkRoutes(house))
  app.route('/', stepRoutes(house))
  app.route('/', partRoutes(house))
  app.route('/', publicRoutes(house))
  return app
}
