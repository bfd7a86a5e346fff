import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env } from '#platform/http/env.ts'
import { languageOf } from '#platform/i18n/index.ts'
import { aloneRoutes } from './alone-routes.tsx'

/** The pages one plays alone on, without the rest of the house. */
export function createServerFor(house: House) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('member', null)
    c.set('lang', languageOf({ query: c.req.query('lang') }))
    await next()
  })
  app.route('/', aloneRoutes(house))
  return app
}
