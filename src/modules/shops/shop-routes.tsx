import { Hono } from 'hono'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { deleteShop, readMeasures, readShopByLink, type Shop, writeContact, writeDone } from './db/shops.ts'
import { readSite } from './db/site.ts'
import { answersForm, contactForm, doneForm, startForm } from './domain/forms.ts'
import { planOf } from './domain/plan.ts'
import type { Reading } from './domain/say.ts'
import type { Answers } from './domain/vocabulary.ts'
import { AreaPage } from './pages/area.tsx'
import { PlanPage, ShopErased, ShopUnknown } from './pages/plan.tsx'
import { StartPage } from './pages/start.tsx'
import { readAreas } from './read-rules.ts'
import { centreOfShop, readShopView, type ShopView, sessionsFor } from './read-shop.ts'
import { answerSome, measureAgain, questionsOn, roundOf } from './shop-answer.ts'
import { startShop, townOfShop } from './shop-start.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const
const readingOf = (c: Ctx): Reading => ({ lang: c.var.lang, easy: c.req.query('easy') === '1' })

/** Where does my shop stand: questions part by part, then the plan, behind one link. */
export function shopRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const start = (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      {
        title: t('title'),
        description: t('lead'),
        theme: 'entrepreneurship',
        width: 'narrow',
        errors: Object.keys(errors).length > 0,
      },
      <StartPage lang={c.var.lang} typed={typed} errors={errors} />,
    )
  }
  app.get('/shop', (c) => start(c))
  app.post('/shop', async (c) => {
    const form = await readForm(c, startForm)
    if (!form.ok) return start(c, form.typed, form.errors)
    const town = await house.inWork(visitor, (work) => townOfShop(work, form.value.town))
    if (!town.ok) return start(c, form.typed, { town: town.refusal })
    const { token } = await house.inWork({ kind: 'resident', centre: town.value.centre }, (work) =>
      startShop(work, house.seal, {
        ...town.value,
        ...form.value,
        town: town.value.town,
        language: c.var.lang,
      }),
    )
    return c.redirect(`/shop/${token}/1`, 303)
  })
  app.get('/shop/erased', (c) => page(c, words(c.var.lang)('erased'), <ShopErased lang={c.var.lang} />))

  const page = (
    c: Ctx,
    title: string,
    body: preact.JSX.Element,
    more: { status?: number; errors?: boolean } = {},
  ) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return answerPage(
      c,
      house,
      {
        title,
        theme: 'entrepreneurship',
        width: 'narrow',
        head: <meta name="robots" content="noindex" />,
        ...more,
      },
      body,
    )
  }
  const unknown = (c: Ctx) =>
    page(c, words(c.var.lang)('linkUnknown'), <ShopUnknown lang={c.var.lang} />, { status: 404 })

  /** Does something as whoever holds the link; null when it opens nobody's. */
  const holding = async <T,>(
    c: Ctx,
    act: (work: Work, shop: Shop) => Promise<T>,
  ): Promise<{ value: T } | null> => {
    const token = c.req.param('token') ?? ''
    const centre = await centreOfShop(house, token)
    if (centre === null) return null
    return house.inWork({ kind: 'resident', centre }, async (work) => {
      const shop = await readShopByLink(work, hashOf(token))
      return shop ? { value: await act(work, shop) } : null
    })
  }

  const readPlan = async (work: Work, token: string) => {
    const view = await readShopView(work, token)
    if (!view) return null
    const lines = planOf(view.rules, roundOf(view.measures)?.answers ?? {}, view.on)
    const wanted = lines.flatMap(({ rule }) => rule.action.activities)
    return { view, sessions: await sessionsFor(work, view.shop.centre, wanted) }
  }
  const plan = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const token = c.req.param('token') ?? ''
    const read = await holding(c, (work) => readPlan(work, token))
    if (!read?.value) return unknown(c)
    const { view, sessions } = read.value
    const under = roundOf(view.measures)
    if (under?.finishedAt === null) return c.redirect(`/shop/${token}/${firstOpen(view)}`, 302)
    return page(
      c,
      words(c.var.lang)('plan'),
      <PlanPage
        {...view}
        reading={readingOf(c)}
        token={token}
        sessions={sessions}
        now={house.now()}
        said={c.req.query('said') === 'kept'}
        typed={typed}
        errors={errors}
      />,
      { errors: Object.keys(errors).length > 0 },
    )
  }
  app.get('/shop/:token', (c) => plan(c))

  const area = async (c: Ctx, errors: FieldErrors = {}, typed: Answers = {}) => {
    const token = c.req.param('token') ?? ''
    const at = Number(c.req.param('at'))
    const read = await holding(c, (work) => readShopView(work, token))
    if (!read?.value) return unknown(c)
    const one = readAreas()[at - 1]
    if (!one) return c.notFound()
    const view = read.value
    return page(
      c,
      one.title[c.var.lang],
      <AreaPage
        reading={readingOf(c)}
        token={token}
        area={one}
        questions={questionsOn(view.rules, view.on).filter((rule) => rule.area === one.area)}
        at={at}
        total={readAreas().length}
        given={{ ...roundOf(view.measures)?.answers, ...typed }}
        errors={errors}
      />,
      { errors: Object.keys(errors).length > 0 },
    )
  }
  app.get('/shop/:token/:at{[1-9]}', (c) => area(c))
  app.post('/shop/:token/:at{[1-9]}', async (c) => {
    const token = c.req.param('token')
    const at = Number(c.req.param('at'))
    const one = readAreas()[at - 1]
    const read = await holding(c, (work) => readShopView(work, token))
    if (!read?.value || !one) return unknown(c)
    const view = read.value
    const asked = questionsOn(view.rules, view.on).filter((rule) => rule.area === one.area)
    const form = await readForm(c, answersForm(asked.map(({ id }) => id)))
    if (!form.ok) return area(c, form.errors, form.typed as Answers)
    const kept = await holding(c, async (work, shop) => {
      const measure = roundOf((await readMeasures(work, [shop.id])).get(shop.id) ?? [])
      return (
        measure &&
        answerSome(work, { shop, measure, given: form.value as Answers, rules: view.rules, on: view.on })
      )
    })
    if (!kept) return unknown(c)
    const easy = readingOf(c).easy ? '?easy=1' : ''
    const next = at < readAreas().length ? `/${at + 1}` : ''
    return c.redirect(`/shop/${token}${next}${easy}`, 303)
  })

  // An address a form was posted to, opened again: the plan.
  app.get('/shop/:token/:gesture{actions|rounds|contact|erasures}', (c) =>
    c.redirect(`/shop/${encodeURIComponent(c.req.param('token'))}`, 302),
  )
  app.post('/shop/:token/actions', async (c) => {
    const form = await readForm(c, doneForm)
    const done = await holding(c, async (work, shop) => {
      if (!form.ok || !questionIds().has(form.value.question)) return
      await writeDone(work, {
        shop: shop.id,
        centre: shop.centre,
        question: form.value.question,
        isDone: form.value.done,
      })
    })
    const easy = readingOf(c).easy ? '?easy=1' : ''
    return done ? c.redirect(`/shop/${c.req.param('token')}${easy}`, 303) : unknown(c)
  })
  app.post('/shop/:token/rounds', async (c) => {
    const begun = await holding(c, async (work, shop) =>
      measureAgain(work, shop, (await readMeasures(work, [shop.id])).get(shop.id) ?? []),
    )
    if (!begun) return unknown(c)
    return c.redirect(`/shop/${c.req.param('token')}${begun.value.ok ? '/1' : ''}`, 303)
  })
  app.post('/shop/:token/contact', async (c) => {
    const form = await readForm(c, contactForm)
    const typed = form.ok ? form.value.contact : ''
    const site = await holding(c, (work, shop) => readSite(work, shop.centre))
    if (!site) return unknown(c)
    const country = countryOf(site.value?.postalCode ?? '')
    const contact =
      typed === ''
        ? null
        : parseContact(typed.includes('@') ? { email: typed, country } : { phone: typed, country })
    if (contact && !contact.ok) return plan(c, form.typed, { contact: 'contactWrong' })
    await holding(c, async (work, shop) => {
      await writeContact(work, shop.id, contact && sealContact(house.seal, contact.value))
      if (contact)
        work.enqueue('messaging.deliver', {
          centre: shop.centre,
          kind: 'shops.link',
          ref: shop.id,
          version: 0,
        })
    })
    return c.redirect(`/shop/${c.req.param('token')}${contact ? '?said=kept' : ''}`, 303)
  })
  app.post('/shop/:token/erasures', async (c) => {
    const erased = await holding(c, (work, shop) => deleteShop(work, shop.id))
    return erased ? c.redirect('/shop/erased', 303) : unknown(c)
  })
  return app
}

const questionIds = () => new Set(readAreas().flatMap(({ questions }) => questions.map(({ id }) => id)))

/** The first part with a question that has no answer yet, 1 for the first. */
function firstOpen(view: ShopView): number {
  const given = roundOf(view.measures)?.answers ?? {}
  const open = questionsOn(view.rules, view.on).find(({ id }) => given[id] === undefined)
  const at = readAreas().findIndex(({ area }) => area === open?.area)
  return Math.max(0, at) + 1
}
