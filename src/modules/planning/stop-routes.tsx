import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { stopChangeRoutes } from './stop-change-routes.tsx'
import { stopPlanRoutes } from './stop-plan-routes.tsx'

/** The nomadic team's stops, for coordinators. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/stops', '/plan/stops/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  app.route('/', stopPlanRoutes(house))
  app.route('/', stopChangeRoutes(house))
  return app
}
