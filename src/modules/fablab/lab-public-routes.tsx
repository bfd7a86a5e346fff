import { Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { clientAddress } from '#platform/http/rate-limit.ts'
import { answerPage } from '#ui/answer.tsx'
import type { FieldError } from '#ui/form.tsx'
import { reportBreakdown } from './db/breakdowns.ts'
import { readMachine } from './db/machines.ts'
import { readPhoto } from './db/photos.ts'
import { breakdownForm } from './domain/upkeep-forms.ts'
import { numberIn } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { BreakdownPage, BreakdownThanks } from './pages/breakdown.tsx'
import { WallPage } from './pages/wall.tsx'
import { readWall } from './read-wall.ts'

/** A whole class behind one address may see the same smoke: reports of ten minutes. */
const reports = { points: 20, duration: 600 }
const visitor = { kind: 'visitor' } as const

/** What one reads in front of a machine, without a name and without a script. */
export function labPublicRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const limiter = new RateLimiterMemory(reports)
  const machineOf = async (c: Ctx) => {
    const machine = await house.inWork(visitor, (work) => readMachine(work, numberIn(c)))
    return machine?.status === 'in-service' ? machine : null
  }

  const ask = async (c: Ctx, typed: Typed = {}, errors: FieldError[] = [], status?: number) => {
    const machine = await machineOf(c)
    if (!machine) return c.notFound()
    const t = labWords(c.var.lang)
    return answerPage(
      c,
      house,
      {
        title: t('bd.title', { machine: machine.name }),
        width: 'narrow',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      c.req.query('said') === 'reported' ? (
        <BreakdownThanks lang={c.var.lang} machine={machine} />
      ) : (
        <BreakdownPage lang={c.var.lang} machine={machine} typed={typed} errors={errors} />
      ),
    )
  }
  app.get('/machines/:id{[0-9]+}/breakdown', (c) => ask(c))
  app.post('/machines/:id{[0-9]+}/breakdown', async (c) => {
    const form = await readForm(c, breakdownForm)
    const t = labWords(c.var.lang)
    if (!form.ok)
      return ask(
        c,
        form.typed,
        Object.entries(form.errors).map(([field, word]) => ({ field, message: t(word as LabWord) })),
      )
    if (house.settings.rateLimit) {
      const allowed = await limiter.consume(clientAddress(c)).catch(() => null)
      if (!allowed) return ask(c, form.typed, [{ message: t('bd.tooMany') }], 429)
    }
    const noted = await house.inWork(visitor, (work) =>
      reportBreakdown(work, { machine: numberIn(c), ...form.value }),
    )
    return noted ? c.redirect(`/machines/${numberIn(c)}/breakdown?said=reported`, 303) : c.notFound()
  })

  app.get('/machines/:id{[0-9]+}/wall', async (c) => {
    const wall = await house.inWork(visitor, (work) => readWall(work, numberIn(c)))
    if (!wall) return c.notFound()
    const { publicUrl } = house.settings
    return answerPage(
      c,
      house,
      {
        title: wall.machine.name,
        staff: true,
        width: 'broad',
        // The screen reads itself again, without a script.
        head: <meta http-equiv="refresh" content="60" />,
      },
      <WallPage
        lang={c.var.lang}
        {...wall}
        at={house.now()}
        bookAddress={`${publicUrl}/machines/${wall.machine.id}`}
        reportAddress={`${publicUrl}/machines/${wall.machine.id}/breakdown`}
      />,
    )
  })

  app.get('/machines/:id{[0-9]+}/photo', async (c) => {
    const photo = await house.inWork(visitor, (work) => readPhoto(work, numberIn(c)))
    if (!photo) return c.notFound()
    const tag = `"${photo.takenInAt.epochMilliseconds}"`
    c.header('cache-control', 'public, max-age=3600')
    c.header('etag', tag)
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return c.body(new Uint8Array(photo.picture), 200, { 'content-type': 'image/webp' })
  })
  return app
}
