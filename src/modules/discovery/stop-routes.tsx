import { Hono } from 'hono'
import { z } from 'zod'
import { nomadic, readStops } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import { readSessions } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readNearestCentre } from './db/centres.ts'
import { readStopDetails } from './db/stops.ts'
import { metresBetween, unit } from './domain/rank.ts'
import { findWhere } from './find-where.ts'
import { StopPage } from './pages/stop.tsx'
import { type ShownStop, StopsPage } from './pages/stops.tsx'
import { SubscribeThanks, SubscriptionOver, SubscriptionPage } from './pages/subscription.tsx'
import { stopCalendar } from './stop-calendar.ts'
import { stopWords } from './stop-words.ts'
import { townOf } from './town-of.ts'
import { withCrowd } from './with-crowd.ts'

const visitor = { kind: 'visitor' } as const
/** A stop within these metres is near. */
const nearby = 30_000
const subscribeForm = z.object({
  town: z.string().trim().max(120).catch(''),
  contact: z.string().max(254).catch(''),
  askedBy: z.enum(['resident', 'town']).catch('resident'),
})

/** The stops of the nomadic teams, and being told of the next. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()

  const showStops = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const { lang } = c.var
    const near = (c.req.query('near') ?? '').replaceAll('\0', '').trim().slice(0, 120)
    const read = await house.inWork(visitor, async (work) => ({
      stops: await readStops(work, { limit: 60 }),
      where: near ? await findWhere(work, near) : null,
    }))
    const where = read.where?.kind === 'found' ? read.where : null
    const shown = read.stops.map((stop): ShownStop => {
      const { latitude, longitude } = stop.place
      const known = where && latitude !== null && longitude !== null
      return { stop, metres: known ? metresBetween(where, { latitude, longitude }) : null }
    })
    const isNear = ({ metres }: ShownStop) => metres !== null && metres <= nearby
    return answerPage(
      c,
      house,
      { title: stopWords(lang)('stops'), ...(Object.keys(errors).length > 0 && { errors: true }) },
      <StopsPage
        lang={lang}
        near={near}
        town={where?.name ?? null}
        around={where ? shown.filter(isNear) : shown.slice(0, 30)}
        elsewhere={where ? shown.filter((one) => !isNear(one)).slice(0, 12) : []}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/stops', (c) => showStops(c))

  const readOne = (c: Ctx, id: number) =>
    house.inWork(visitor, async (work) => {
      if (id > 2_147_483_647) return null
      const [stop] = await readStops(work, { stop: id })
      const details = stop && (await readStopDetails(work, id, c.var.lang))
      if (!stop || !details) return null
      const sessions = await readSessions(work, details.sessions)
      const later = await readStops(work, { limit: 5, place: stop.place.id })
      return {
        stop,
        details,
        hits: await withCrowd(
          work,
          sessions.map((session) => ({ session, metres: null })),
        ),
        next: later.filter((other) => other.id !== id),
      }
    })
  app.get('/stops/:id{[0-9]+}', async (c) => {
    const view = await readOne(c, Number(c.req.param('id')))
    if (!view) return c.notFound()
    return answerPage(
      c,
      house,
      { title: `${view.stop.place.name}, ${view.stop.place.city}` },
      <StopPage lang={c.var.lang} now={house.now()} {...view} />,
    )
  })
  app.get('/stops/:file{[0-9]+\\.ics}', async (c) => {
    const view = await readOne(c, Number.parseInt(c.req.param('file'), 10))
    if (!view) return c.notFound()
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(stopCalendar(view.stop, view.details, c.var.lang, house.settings.publicUrl))
  })

  app.post('/stops/subscriptions', async (c) => {
    const form = await readForm(c, subscribeForm)
    if (!form.ok) return showStops(c, form.typed, form.errors)
    const { town: typedTown, contact: typedContact, askedBy } = form.value
    const town = typedTown ? await house.inWork(visitor, (work) => townOf(work, typedTown)) : null
    const contact = parseContact({
      phone: typedContact,
      country: countryOf(town && town !== 'which' ? town.departement : ''),
    })
    if (!town || town === 'which' || !contact.ok)
      return showStops(c, form.typed, {
        ...(!typedTown && { town: 'town-missing' }),
        ...(typedTown && !town && { town: 'town-unknown' }),
        ...(town === 'which' && { town: 'town-which' }),
        ...(!contact.ok && { contact: contact.refusal }),
      })
    const centre = await house.inWork(visitor, (work) => readNearestCentre(work, unit(town)))
    if (centre === null) return c.notFound()
    await house.inWork({ kind: 'resident', centre }, (work) =>
      nomadic.subscribe(work, house.seal, {
        inseeCode: town.code,
        town: town.name,
        askedBy,
        contact: sealContact(house.seal, contact.value),
        language: c.var.lang,
      }),
    )
    return c.redirect(
      `/stops/subscriptions/thanks?town=${encodeURIComponent(`${town.name} (${town.departement})`)}`,
      303,
    )
  })
  app.get('/stops/subscriptions', (c) => c.redirect('/stops', 302))
  app.get('/stops/subscriptions/thanks', async (c) => {
    const typed = typedText({ town: c.req.query('town') ?? '' }, 'town').slice(0, 80)
    const town = typed ? await house.inWork(visitor, (work) => townOf(work, typed)) : null
    // The name is ours, never what an address says.
    if (!town || town === 'which') return c.redirect('/stops', 302)
    return answerPage(
      c,
      house,
      { title: stopWords(c.var.lang)('thanks'), width: 'narrow' },
      <SubscribeThanks lang={c.var.lang} town={town.name} />,
    )
  })

  const showOver = (c: Ctx, now: boolean) =>
    answerPage(
      c,
      house,
      {
        title: stopWords(c.var.lang)(now ? 'ended' : 'gone'),
        width: 'narrow',
        ...(!now && { status: 404 }),
      },
      <SubscriptionOver lang={c.var.lang} now={now} />,
    )
  app.get('/h/:token', async (c) => {
    const token = c.req.param('token')
    c.header('cache-control', 'no-store')
    const town = await house.inWork(visitor, (work) => nomadic.readSubscription(work, token))
    if (town === null) return showOver(c, false)
    return answerPage(
      c,
      house,
      { title: stopWords(c.var.lang)('linkTitle', { town }), width: 'narrow' },
      <SubscriptionPage lang={c.var.lang} town={town} token={token} />,
    )
  })
  app.post('/h/:token/end', async (c) => {
    await house.inWork(visitor, (work) => nomadic.unsubscribe(work, c.req.param('token')))
    return c.redirect('/stops/subscriptions/ended', 303)
  })
  app.get('/stops/subscriptions/ended', (c) => showOver(c, true))
  return app
}
