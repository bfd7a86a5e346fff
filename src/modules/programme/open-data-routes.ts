import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { standards } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { publishPlaces } from './open-data-places.ts'
import { publishServices, publishStructures } from './open-data-services.ts'

const visitor = { kind: 'visitor' } as const

/** Open data is under the licence of those we take from. */
const licence = '<https://www.etalab.gouv.fr/licence-ouverte-open-licence>; rel="license"'

/** Whose places: `?whose=listed` those of other lists, `?whose=all` everybody’s; ours otherwise. */
const wishOf = (typed: string | undefined): standards.PlacesWish =>
  typed === 'listed' || typed === 'all' ? typed : 'ours'

/** `/open-data/…`: our places and what is offered there, in the words of the national standards. Any site may read them. */
export function openData(house: House): Routes {
  const app = new Hono<Env>()
  const { publicUrl } = house.settings
  const file = (c: Context<Env>, text: string, type: string, name: string) =>
    c.body(text, 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      link: licence,
    })
  const json = (c: Context<Env>, value: unknown, name: string) =>
    file(c, JSON.stringify(value), 'application/json', name)
  const places = async (c: Context<Env>) => {
    const wish = wishOf(c.req.query('whose'))
    const published = await house.inWork(visitor, (work) => publishPlaces(work, wish, publicUrl))
    return published.map(({ written }) => written)
  }

  app.use('/open-data/*', etag())
  app.get('/open-data/places.csv', async (c) =>
    file(c, standards.placesCsv(await places(c)), 'text/csv', 'places.csv'),
  )
  app.get('/open-data/places.json', async (c) =>
    json(c, standards.placesJson(await places(c)), 'places.json'),
  )
  app.get('/open-data/data-inclusion/structures.json', async (c) =>
    json(c, await house.inWork(visitor, (work) => publishStructures(work, publicUrl)), 'structures.json'),
  )
  app.get('/open-data/data-inclusion/services.json', async (c) =>
    json(c, await house.inWork(visitor, (work) => publishServices(work, publicUrl)), 'services.json'),
  )
  return app
}
