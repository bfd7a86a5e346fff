import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { sessionCalendar, sessionsCalendar } from './calendar.ts'
import { type FeedWish, type ListedInFeed, readAgenda, readFeedNames, readNews } from './db/feed.ts'
import { readSession } from './db/read.ts'
import { embedRoutes } from './embed-routes.tsx'
import { hostFeedRoutes } from './feed-host-routes.tsx'
import { feedPageRoutes } from './feed-page-routes.tsx'
import { feedHome, feedName, queryOf, readWish } from './feed-wish.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'

const visitor = { kind: 'visitor' } as const

/** What any site may read, and keep for five minutes. */
const open = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  vary: 'accept-language',
})
const file = (text: string, name: string) =>
  new Response(text, {
    headers: { ...open('text/calendar'), 'content-disposition': `inline; filename="${name}"` },
  })

/**
 * `/feeds/sessions.ics`, `.json` and `.rss` (by `place`, `need`, `theme`, `centre`, `town`, `near`), and one session's own
 * file. Whoever has the same already is told so in a few bytes. With them: the page that explains them, hosts' own
 * agendas, lists for other sites, and what search engines ask for.
 */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const { publicUrl } = house.settings
  app.use('/feeds/*', etag())
  app.use('/sessions/:file{[0-9]+\\.ics}', etag())

  app.get('/feeds/sessions.ics', async (c) => {
    // What is asked for cannot exist: an agenda that subscribed is better served by an empty calendar than by an error.
    const { name, listed } = await read(c, (work, wish) => readAgenda(work, wish))
    return file(sessionsCalendar(name, listed, c.var.lang, publicUrl), 'sessions.ics')
  })

  app.get('/feeds/sessions.json', async (c) => {
    const { name, listed, wish } = await read(c, (work, { limit, ...wished }) =>
      readNews(work, wished, limit),
    )
    return c.body(jsonFeed(head(c, name, wish, 'json'), listed), 200, open('application/feed+json'))
  })

  app.get('/feeds/sessions.rss', async (c) => {
    const { name, listed, wish } = await read(c, (work, { limit, ...wished }) =>
      readNews(work, wished, limit),
    )
    return c.body(rss(head(c, name, wish, 'rss'), listed), 200, open('application/rss+xml'))
  })

  app.get('/sessions/:file{[0-9]+\\.ics}', async (c) => {
    const id = Number.parseInt(c.req.param('file'), 10)
    const session = await house.inWork(visitor, (work) => readSession(work, id))
    if (!session) return c.notFound()
    return file(sessionCalendar(session, c.var.lang, publicUrl), `session-${session.code}.ics`)
  })

  app.route('/', feedPageRoutes(house))
  app.route('/', hostFeedRoutes(house))
  app.route('/', embedRoutes(house))

  type Wish = NonNullable<ReturnType<typeof readWish>>
  type ReadIt = (work: Parameters<typeof readAgenda>[0], wish: Wish) => Promise<ListedInFeed[]>
  const read = async (c: Ctx, readIt: ReadIt) => {
    const wish = readWish(c.req.query())
    if (!wish) return { name: feedName(c.var.lang, {}, []), listed: [], wish: {} }
    return await house.inWork(visitor, async (work) => ({
      name: feedName(c.var.lang, wish, await readFeedNames(work, wish)),
      listed: await readIt(work, wish),
      wish,
    }))
  }
  const head = (c: Ctx, title: string, wish: FeedWish & { limit?: number }, kind: 'json' | 'rss') => {
    const { lang } = c.var
    const { limit, ...wished } = wish
    return {
      title,
      lang,
      publicUrl,
      homeUrl: `${publicUrl}${feedHome(wished)}`,
      feedUrl: `${publicUrl}/feeds/sessions.${kind}${queryOf(wished, { lang, ...(limit && { limit }) })}`,
    }
  }
  return app
}
