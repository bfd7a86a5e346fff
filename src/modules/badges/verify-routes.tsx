import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { readFile } from './bake.ts'
import { type Found, mostBytes, readText } from './domain/found.ts'
import { VerificationPage, VerifyPage } from './pages/verify.tsx'
import { verifyBadge } from './verify-badge.ts'
import { words } from './words.ts'

/** Anybody gives a badge, and is told whether it is good, and why. */
export function verifyRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const site = house.settings.publicUrl

  const ask = (c: Ctx, isEmpty = false) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('verify'), width: 'narrow', theme: 'learning', errors: isEmpty },
      <VerifyPage lang={c.var.lang} isEmpty={isEmpty} />,
    )
  const answer = async (c: Ctx, found: Found) => {
    const verification = await house.inWork({ kind: 'visitor' }, (work) => verifyBadge(work, site, found))
    c.header('cache-control', 'no-store')
    return answerPage(
      c,
      house,
      {
        title: words(c.var.lang)(`verdict.${verification.verdict}`),
        width: 'narrow',
        theme: 'learning',
        head: <meta name="robots" content="noindex" />,
      },
      <VerificationPage lang={c.var.lang} verification={verification} />,
    )
  }

  app.get('/verify', (c) => {
    const code = c.req.query('c')
    return code === undefined ? ask(c) : answer(c, readText(code.slice(0, 2000), site))
  })
  // The address a form was posted to, opened again.
  app.get('/verifications', (c) => c.redirect('/verify', 302))
  app.post('/verifications', async (c) => {
    const body = await c.req.parseBody().catch((): Record<string, string | File> => ({}))
    const { file, text } = body
    if (file instanceof File && file.size > 0) {
      if (file.size > mostBytes) return answer(c, { is: 'nothing', why: 'large' })
      return answer(c, readFile(new Uint8Array(await file.arrayBuffer()), site))
    }
    if (typeof text === 'string' && text.trim() !== '') return answer(c, readText(text, site))
    return ask(c, true)
  })
  return app
}
