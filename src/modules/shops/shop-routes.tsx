import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readMeasures } from './db/measures.ts'
import { answersForm, startForm } from './domain/forms.ts'
import type { Answers } from './domain/vocabulary.ts'
import { AreaPage } from './pages/area.tsx'
import { ShopErased } from './pages/gone.tsx'
import { StartPage } from './pages/start.tsx'
import { readAreas, writtenRules } from './read-rules.ts'
import { readShopView } from './read-shop.ts'
import { answerSome, questionsOn, roundOf } from './shop-answer.ts'
import { easyOf, holdingShop, readingOf, shopPage, shopUnknown } from './shop-frame.tsx'
import { startShop, townOfShop } from './shop-start.ts'
import { words } from './words.ts'

/** Where does my shop stand: three words on the shop, then the questions part by part, behind one link. */
export function shopRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const start = (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      {
        title: t('title'),
        description: t('lead', { count: writtenRules().length }),
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
    const town = await house.inWork({ kind: 'visitor' }, (work) => townOfShop(work, form.value.town))
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
  app.get('/shop/erased', (c) =>
    shopPage(c, house, words(c.var.lang)('erased'), <ShopErased lang={c.var.lang} />),
  )

  const area = async (c: Ctx, errors: FieldErrors = {}, typed: Answers = {}) => {
    const token = c.req.param('token') ?? ''
    const at = Number(c.req.param('at'))
    const read = await holdingShop(c, house, (work) => readShopView(work, token))
    if (!read?.value) return shopUnknown(c, house)
    const one = readAreas()[at - 1]
    if (!one) return c.notFound()
    const view = read.value
    return shopPage(
      c,
      house,
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
    const read = await holdingShop(c, house, (work) => readShopView(work, token))
    if (!read?.value || !one) return shopUnknown(c, house)
    const view = read.value
    const asked = questionsOn(view.rules, view.on).filter((rule) => rule.area === one.area)
    const form = await readForm(c, answersForm(asked.map(({ id }) => id)))
    if (!form.ok) return area(c, form.errors, form.typed as Answers)
    const kept = await holdingShop(c, house, async (work, shop) => {
      const measure = roundOf((await readMeasures(work, [shop.id])).get(shop.id) ?? [])
      return (
        measure &&
        answerSome(work, { shop, measure, given: form.value as Answers, rules: view.rules, on: view.on })
      )
    })
    if (!kept) return shopUnknown(c, house)
    const next = at < readAreas().length ? `/${at + 1}` : ''
    return c.redirect(`/shop/${token}${next}${easyOf(c)}`, 303)
  })
  return app
}
