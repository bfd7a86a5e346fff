import { Hono } from 'hono'
import { z } from 'zod'
import { PressBusy, renderPdf } from '#modules/print/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { bakePng, bakeSvg } from './bake.ts'
import { composeAttestation } from './compose-attestation.ts'
import { readCentre } from './db/centre.ts'
import { type Credential, eraseHeld, readHeld } from './db/credentials.ts'
import { type Achievement, achievementOf } from './domain/achievements.ts'
import { codeOfId } from './domain/found.ts'
import { drawBadge } from './drawing.ts'
import { ErasedPage, HeldPage, LinkUnknown } from './pages/held.tsx'
import { wordingOf } from './wording.ts'
import { words } from './words.ts'

interface Held extends Credential {
  of: Achievement
  place: { name: string; timeZone: string }
}

const printForm = z.object({ name: z.string().trim().min(1, 'nameMissing').max(80, 'nameMissing') })

/** The page of who holds a badge, behind her link: what it says, its files, its attestation, and the way to end it. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const read = async (token: string): Promise<Held | null> => {
    if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
    return house.inWork({ kind: 'visitor' }, async (work) => {
      const held = await readHeld(work, hashOf(token))
      const of = held && achievementOf(held.achievement)
      return held && of ? { ...held, of, place: await readCentre(work, held.centre) } : null
    })
  }
  const unknown = (c: Ctx) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('linkUnknown'), width: 'narrow', status: 404 },
      <LinkUnknown lang={c.var.lang} />,
    )
  const show = (c: Ctx, held: Held, token: string, mend?: { name: string }) => {
    c.header('cache-control', 'no-store')
    return answerPage(
      c,
      house,
      {
        title: wordingOf(c.var.lang, held.of).name,
        width: 'narrow',
        theme: held.of.theme,
        head: <meta name="robots" content="noindex" />,
        errors: mend !== undefined,
      },
      <HeldPage
        lang={c.var.lang}
        held={held}
        token={token}
        proof={`${house.settings.publicUrl}/verify?c=${codeOfId(held.id)}`}
        mend={mend}
      />,
    )
  }

  app.get('/badges/erased', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('erased'), width: 'narrow' },
      <ErasedPage lang={c.var.lang} />,
    ),
  )
  app.get('/b/:token', async (c) => {
    const held = await read(c.req.param('token'))
    return held ? show(c, held, c.req.param('token')) : unknown(c)
  })

  app.get('/b/:token/:file{badge\\.(?:svg|png|json|jwt)}', async (c) => {
    const held = await read(c.req.param('token'))
    if (!held) return unknown(c)
    const as = c.req.param('file').slice('badge.'.length)
    const svg = () => drawBadge(held.of, wordingOf('fr', held.of).name)
    c.header('cache-control', 'no-store')
    c.header('content-disposition', `attachment; filename="${held.achievement}.${as}"`)
    if (as === 'json') return c.body(held.document, 200, { 'content-type': 'application/ld+json' })
    if (as === 'jwt') return c.body(held.jwt, 200, { 'content-type': 'application/jwt' })
    if (as === 'svg') return c.body(bakeSvg(svg(), held.document), 200, { 'content-type': 'image/svg+xml' })
    const png = await bakePng(svg(), held.document)
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' })
  })

  app.post('/b/:token/attestation', async (c) => {
    const token = c.req.param('token')
    const held = await read(token)
    if (!held) return unknown(c)
    const form = await readForm(c, printForm)
    if (!form.ok) return show(c, held, token, { name: typedText(form.typed, 'name') })
    const site = house.settings.publicUrl
    const bundle = await composeAttestation(c.var.lang, site, held, form.value.name)
    try {
      const pdf = await renderPdf(bundle)
      c.header('cache-control', 'no-store')
      c.header('content-disposition', `inline; filename="${held.achievement}.pdf"`)
      return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
    } catch (error) {
      if (!(error instanceof PressBusy)) throw error
      c.header('retry-after', '10')
      return c.text('503', 503)
    }
  })
  app.post('/b/:token/erasures', async (c) => {
    const token = c.req.param('token')
    const isErased =
      /^[A-Za-z0-9_-]{22}$/.test(token) &&
      (await house.inWork({ kind: 'visitor' }, (work) => eraseHeld(work, hashOf(token))))
    return isErased ? c.redirect('/badges/erased', 303) : unknown(c)
  })
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/b/:token/:gesture{attestation|erasures}', (c) =>
    c.redirect(`/b/${encodeURIComponent(c.req.param('token'))}`, 302),
  )
  return app
}
