import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import type { FieldError } from '#ui/form.tsx'
import { readMachine } from './db/machines.ts'
import { linkForm } from './domain/maker-forms.ts'
import { contactIn, noIndex, saidContact } from './makers-frame.tsx'
import { makersWords } from './makers-words.ts'
import { AskLinkPage, LinkSentPage, MakerErasedPage } from './pages/maker-link.tsx'
import { sendLinks } from './send-link.ts'

const visitor = { kind: 'visitor' } as const

/** How to be sent one's link again, and what is read once it leads nowhere any more. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/makers', (c) => askLink(c, house))
  app.post('/makers/links', (c) => sendLink(c, house))
  app.get('/makers/links', (c) => {
    const title = makersWords(c.var.lang)('sentTitle')
    const page = <LinkSentPage lang={c.var.lang} helpPhone={house.settings.phone} />
    return answerPage(c, house, { title, width: 'narrow', head: noIndex }, page)
  })
  app.get('/makers/erased', (c) => {
    const title = makersWords(c.var.lang)('erasedTitle')
    return answerPage(c, house, { title, width: 'narrow' }, <MakerErasedPage lang={c.var.lang} />)
  })
  return app
}

async function askLink(c: Ctx, house: House, typed: Typed = {}, errors: FieldError[] = []) {
  const id = /^\d{1,9}$/.test(c.req.query('machine') ?? '') ? Number(c.req.query('machine')) : 0
  const { towns, town } = await house.inWork(visitor, async (work) => {
    const all = await readTowns(work)
    const centre = (await readMachine(work, id))?.centre
    return { towns: all, town: all.find((one) => one.centre === centre)?.slug ?? '' }
  })
  return answerPage(
    c,
    house,
    { title: makersWords(c.var.lang)('alreadyShown'), width: 'narrow', errors: errors.length > 0 },
    <AskLinkPage lang={c.var.lang} towns={towns} town={town} typed={typed} errors={errors} />,
  )
}

async function sendLink(c: Ctx, house: House): Promise<Response> {
  const form = await readForm(c, linkForm)
  const towns = await house.inWork(visitor, readTowns)
  const town = towns.find(({ slug }) => form.ok && slug === form.value.centre)
  if (!town)
    return askLink(c, house, form.typed, [
      { field: 'centre', message: makersWords(c.var.lang)('whereMissing') },
    ])
  const contact = contactIn(form.typed, town)
  if (!contact.ok) return askLink(c, house, form.typed, [saidContact(c, contact.refusal)])
  await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
    sendLinks(work, { centre: town.centre, key: sealContact(house.seal, contact.value).key }),
  )
  return c.redirect('/makers/links', 303)
}
