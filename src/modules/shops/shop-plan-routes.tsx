import { Hono } from 'hono'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { writeDone } from './db/done-actions.ts'
import { readMeasures } from './db/measures.ts'
import { deleteShop, writeContact } from './db/shops.ts'
import { readSite } from './db/site.ts'
import { contactForm, doneForm } from './domain/forms.ts'
import { planOf } from './domain/plan.ts'
import { PlanPage } from './pages/plan.tsx'
import { readAreas } from './read-rules.ts'
import { readShopView, type ShopView, sessionsFor } from './read-shop.ts'
import { lastFinished, measureAgain, questionsOn, roundOf } from './shop-answer.ts'
import { easyOf, holdingShop, readingOf, shopPage, shopUnknown } from './shop-frame.tsx'
import { words } from './words.ts'

/** The plan behind a link, what is done of it, the next measure, and being reminded or erased. */
export function shopPlanRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const readPlan = async (work: Work, token: string) => {
    const view = await readShopView(work, token)
    if (!view) return null
    const lines = planOf(view.rules, lastFinished(view.measures)?.answers ?? {}, view.on)
    const wanted = lines.flatMap(({ rule }) => rule.action.activities)
    return { view, sessions: await sessionsFor(work, view.shop.centre, wanted) }
  }
  const plan = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const token = c.req.param('token') ?? ''
    const read = await holdingShop(c, house, (work) => readPlan(work, token))
    if (!read?.value) return shopUnknown(c, house)
    const { view, sessions } = read.value
    if (!lastFinished(view.measures)) return c.redirect(`/shop/${token}/${firstOpen(view)}`, 302)
    return shopPage(
      c,
      house,
      words(c.var.lang)('plan'),
      <PlanPage
        {...view}
        reading={readingOf(c)}
        token={token}
        sessions={sessions}
        address={`${house.settings.publicUrl}/shop/${token}`}
        now={house.now()}
        openAt={roundOf(view.measures)?.finishedAt === null ? firstOpen(view) : null}
        said={c.req.query('said') === 'kept'}
        typed={typed}
        errors={errors}
      />,
      { errors: Object.keys(errors).length > 0 },
    )
  }
  app.get('/shop/:token', (c) => plan(c))

  // An address a form was posted to, opened again: the plan.
  app.get('/shop/:token/:gesture{actions|rounds|contact|erasures}', (c) =>
    c.redirect(`/shop/${encodeURIComponent(c.req.param('token'))}`, 302),
  )
  app.post('/shop/:token/actions', async (c) => {
    const form = await readForm(c, doneForm)
    const done = await holdingShop(c, house, async (work, shop) => {
      if (!form.ok || !questionIds().has(form.value.question)) return ''
      await writeDone(work, {
        shop: shop.id,
        centre: shop.centre,
        question: form.value.question,
        isDone: form.value.done,
      })
      // Back to the action that was ticked: the page is long.
      return `#${form.value.question}`
    })
    return done
      ? c.redirect(`/shop/${c.req.param('token')}${easyOf(c)}${done.value}`, 303)
      : shopUnknown(c, house)
  })
  app.post('/shop/:token/rounds', async (c) => {
    const begun = await holdingShop(c, house, async (work, shop) =>
      measureAgain(work, shop, (await readMeasures(work, [shop.id])).get(shop.id) ?? []),
    )
    if (!begun) return shopUnknown(c, house)
    return c.redirect(`/shop/${c.req.param('token')}${begun.value.ok ? '/1' : ''}`, 303)
  })
  app.post('/shop/:token/contact', async (c) => {
    const form = await readForm(c, contactForm)
    const typed = form.ok ? form.value.contact : ''
    const site = await holdingShop(c, house, (work, shop) => readSite(work, shop.centre))
    if (!site) return shopUnknown(c, house)
    const country = countryOf(site.value?.postalCode ?? '')
    const contact =
      typed === ''
        ? null
        : parseContact(typed.includes('@') ? { email: typed, country } : { phone: typed, country })
    if (contact && !contact.ok) return plan(c, form.typed, { contact: 'contactWrong' })
    await holdingShop(c, house, async (work, shop) => {
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
    const erased = await holdingShop(c, house, (work, shop) => deleteShop(work, shop.id))
    return erased ? c.redirect('/shop/erased', 303) : shopUnknown(c, house)
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
