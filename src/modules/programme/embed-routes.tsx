import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { renderPage } from '#ui/page.tsx'
import { readFeedNames, readNews } from './db/feed.ts'
import { feedHome, feedName, readWish } from './feed-wish.ts'
import { EmbedList, EmbedPiece } from './pages/embed-list.tsx'

const visitor = { kind: 'visitor' } as const
/** Unless told otherwise: what one sees at a glance in a town's page. */
const usual = '6'

/**
 * Lists of sessions for other sites: `/embed/sessions` for a frame, `/embed/sessions.html` to be written into a page. No
 * cookie, no form, no script, and nothing about anybody.
 */
export function embedRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { publicUrl } = house.settings
  const read = async (c: Ctx) => {
    const { lang } = c.var
    const wish = readWish({ limit: usual, ...c.req.query() })
    const [names, listed] = await house.inWork(visitor, async (work) =>
      wish ? [await readFeedNames(work, wish), await readNews(work, wish, wish.limit)] : [[], []],
    )
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'accept-language, cookie')
    const title = feedName(lang, wish ?? {}, names)
    return {
      lang,
      title,
      listed,
      publicUrl,
      homeUrl: `${publicUrl}${feedHome(wish ?? {})}`,
      now: house.now(),
    }
  }
  app.get('/embed/sessions', async (c) => c.html(renderPage(<EmbedList {...(await read(c))} />)))
  app.get('/embed/sessions.html', async (c) => {
    c.header('access-control-allow-origin', '*')
    return c.html(renderToString(<EmbedPiece {...(await read(c))} />))
  })
  return app
}
