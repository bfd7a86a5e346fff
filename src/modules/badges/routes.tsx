import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { hoursRoutes } from './hours-routes.tsx'
import { linkRoutes } from './link-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { teamRoutes } from './team-routes.tsx'
import { verifyRoutes } from './verify-routes.tsx'

/** Badges: what they reward, giving them, holding one, verifying any. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', publicRoutes(house))
  app.route('/', linkRoutes(house))
  app.route('/', verifyRoutes(house))
  app.route('/', teamRoutes(house))
  app.route('/', hoursRoutes(house))
  return app
}
