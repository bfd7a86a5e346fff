import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { bookRoutes } from './makers-book-routes.tsx'
import { bookingRoutes } from './makers-booking-routes.tsx'
import { linkRoutes } from './makers-link-routes.tsx'
import { machineRoutes } from './makers-machine-routes.tsx'
import { ownRoutes } from './makers-own-routes.tsx'
import { presenceRoutes } from './makers-presence-routes.tsx'

/** The FabLab for whoever makes things there: machines, one booking, one's own page, « je suis là ». */
export function makerRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const routes of [machineRoutes, bookRoutes, bookingRoutes, linkRoutes, ownRoutes, presenceRoutes])
    app.route('/', routes(house))
  return app
}
