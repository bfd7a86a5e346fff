import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { labDayRoutes } from './lab-day-routes.tsx'
import { type CountMade, labFiguresRoutes } from './lab-figures-routes.tsx'
import { labInductionRoutes } from './lab-induction-routes.tsx'
import { labMachineRoutes } from './lab-machine-routes.tsx'
import { labMakerRoutes } from './lab-maker-routes.tsx'
import { labOpeningRoutes } from './lab-opening-routes.tsx'
import { labOutageRoutes } from './lab-outage-routes.tsx'
import { labPaperRoutes } from './lab-paper-routes.ts'
import { labPublicRoutes } from './lab-public-routes.tsx'
import { labStockRoutes } from './lab-stock-routes.tsx'
import { labUpkeepRoutes } from './lab-upkeep-routes.tsx'

/** The FabLab as its team runs it, and the pages one reads in front of a machine. Projects are counted by who keeps them. */
export function labRoutes(house: House, countMade: CountMade): Routes {
  const app = new Hono<Env>()
  for (const routes of [
    labDayRoutes,
    labMachineRoutes,
    labUpkeepRoutes,
    labOutageRoutes,
    labOpeningRoutes,
    labInductionRoutes,
    labMakerRoutes,
    labStockRoutes,
    labPaperRoutes,
    labPublicRoutes,
  ])
    app.route('/', routes(house))
  app.route('/', labFiguresRoutes(house, countMade))
  return app
}
