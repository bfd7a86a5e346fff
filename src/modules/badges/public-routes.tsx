import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { readKeys } from './db/keys.ts'
import { badgesContext } from './documents.ts'
import { achievementOf } from './domain/achievements.ts'
import { achievementJson } from './domain/credential.ts'
import { drawBadge } from './drawing.ts'
import { AchievementPage, AchievementsPage } from './pages/achievements.tsx'
import { IssuerPage } from './pages/issuer.tsx'
import { listPublisher } from './publish-list.ts'
import { issuerJson, jwkJson } from './published.ts'
import { wordingOf } from './wording.ts'
import { words } from './words.ts'

const minutes = (count: number) => `public, max-age=${count * 60}`

/** Whoever asks for JSON rather than a page: wallets and verifiers. */
const asksForJson = (c: Ctx) => {
  const accept = c.req.header('accept') ?? ''
  return /json/.test(accept) && !/text\/html/.test(accept)
}

/** What anybody, and any machine, may read: what we reward, who we are, our keys, the lists of what was revoked. */
export function publicRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const site = house.settings.publicUrl
  const list = listPublisher(house)
  const keys = () => house.inWork({ kind: 'visitor' }, readKeys)
  const json = (c: Ctx, text: string, type = 'application/ld+json') => {
    c.header('content-type', type)
    c.header('cache-control', minutes(5))
    // Verifiers run in other sites' pages too.
    c.header('access-control-allow-origin', '*')
    c.header('vary', 'accept')
    return c.body(text)
  }

  app.get('/badges/achievements', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('list'), theme: 'learning' },
      <AchievementsPage lang={c.var.lang} />,
    ),
  )
  app.get('/badges/achievements/:file', (c) => {
    const [, id = '', as] = /^([a-z0-9-]+?)(?:\.(svg|json))?$/.exec(c.req.param('file')) ?? []
    const achievement = achievementOf(id)
    if (!achievement) return c.notFound()
    if (as === 'svg') {
      c.header('content-type', 'image/svg+xml')
      c.header('cache-control', minutes(60))
      return c.body(drawBadge(achievement, wordingOf(c.var.lang, achievement).name))
    }
    if (as === 'json' || asksForJson(c)) {
      const document = achievementJson(site, achievement, wordingOf('fr', achievement), 'fr')
      return json(c, JSON.stringify({ '@context': badgesContext, ...document }, null, 2))
    }
    c.header('vary', 'accept')
    return answerPage(
      c,
      house,
      { title: wordingOf(c.var.lang, achievement).name, theme: achievement.theme, width: 'narrow' },
      <AchievementPage lang={c.var.lang} achievement={achievement} />,
    )
  })

  const issuer = async (c: Ctx) => json(c, JSON.stringify(issuerJson(site, await keys()), null, 2))
  app.get('/badges/issuer.json', issuer)
  app.get('/badges/issuer', async (c) => {
    if (asksForJson(c)) return issuer(c)
    c.header('vary', 'accept')
    return answerPage(
      c,
      house,
      { title: words(c.var.lang)('issuer'), width: 'narrow' },
      <IssuerPage lang={c.var.lang} keys={await keys()} />,
    )
  })

  app.get('/badges/keys/:id{[0-9]{1,9}}', async (c) => {
    const key = (await keys()).find(({ id, kind }) => kind === 'rs256' && id === Number(c.req.param('id')))
    return key ? json(c, JSON.stringify(jwkJson(site, key)), 'application/jwk+json') : c.notFound()
  })
  app.get('/badges/status/:list{[1-9][0-9]{0,3}}', async (c) => {
    const text = await list(Number(c.req.param('list')))
    return text ? json(c, text, 'application/vc') : c.notFound()
  })
  return app
}
