import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { countNews, readFeedChoices, readFeedNames, readPages } from './db/feed.ts'
import { FeedLinks } from './feed-links.tsx'
import { feedName, readWish } from './feed-wish.ts'
import { words } from './feed-words.ts'
import { FeedsPage } from './pages/feeds-page.tsx'
import { lastingPages, robots, sitemap } from './sitemap.ts'

const visitor = { kind: 'visitor' } as const

/** `/feeds`, which tells the addresses of a choice; and what search engines ask for. */
export function feedPageRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { publicUrl } = house.settings

  app.get('/feeds', async (c) => {
    const { lang } = c.var
    const { limit: _, ...wish } = readWish(c.req.query()) ?? { limit: 0 }
    const read = await house.inWork(visitor, async (work) => ({
      choices: await readFeedChoices(work),
      names: await readFeedNames(work, wish),
      count: await countNews(work, wish),
    }))
    const t = words(lang)
    return answerPage(
      c,
      house,
      {
        title: t('title'),
        description: t('lead'),
        head: <FeedLinks lang={lang} wish={wish} names={read.names} />,
      },
      <FeedsPage
        lang={lang}
        wish={wish}
        choices={read.choices}
        count={read.count}
        name={feedName(lang, wish, read.names)}
        publicUrl={publicUrl}
      />,
    )
  })

  app.get('/sitemap.xml', async (c) => {
    const pages = await house.inWork(visitor, readPages)
    return c.body(sitemap(publicUrl, [...lastingPages, ...pages]), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    })
  })
  app.get('/robots.txt', (c) => c.text(robots(publicUrl), 200, { 'cache-control': 'public, max-age=86400' }))
  return app
}
