import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { seriesRoutes } from './series-routes.tsx'
import { sessionRoutes } from './session-routes.tsx'

/** The season, for coordinators: the calendar, series, sessions and their gestures. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of [
    '/plan',
    '/plan/new',
    '/plan/new/*',
    '/plan/series',
    '/plan/publications',
    '/plan/sessions/*',
  ])
    app.use(path, withMember(house), requireMember('coordinator'))
  app.route('/', calendarRoutes(house))
  app.route('/', seriesRoutes(house))
  app.route('/', sessionRoutes(house))
  return app
}
