import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { linkRoutes } from './link-routes.tsx'
import { pathRoutes } from './path-routes.tsx'
import { skillsRoutes } from './skills-routes.tsx'
import { teamRoutes } from './team-routes.tsx'

/** Where somebody stands, the paths from there, a learner’s own page, and the team’s. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', skillsRoutes(house))
  // Before the paths: `/paths/erased` is a page of its own.
  app.route('/', linkRoutes(house))
  app.route('/', pathRoutes(house))
  app.route('/', teamRoutes(house))
  return app
}
