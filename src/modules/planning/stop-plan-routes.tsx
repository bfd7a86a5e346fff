import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import { townOf } from '#modules/discovery/index.ts'
import { nomadic } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { done, refuse, type Work } from '#platform/work/index.ts'
import { readChoices } from './db/calendar.ts'
import { readOffers } from './db/stop.ts'
import { outingOf, placeForm, stopForm } from './domain/stop-form.ts'
import { StopListPage } from './pages/stop-list.tsx'
import { NewStopPage } from './pages/stop-new.tsx'
import { readStopClashes } from './stop-clashes.ts'
import { answerToStop } from './stop-refusals.ts'
import { readStopSaid } from './stop-said.ts'
import { stopWords } from './stop-words.ts'

const isDay = (typed: string | undefined) => /^20\d\d-(0\d|1[0-2])-([0-2]\d|3[01])$/.test(typed ?? '')

/** The stops of a week, and planning one. */
export function stopPlanRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  app.get('/plan/stops', async (c) => {
    const member = memberOf(c)
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => {
      const centre = member.centre as number
      const { timeZone } = await readChoices(work, centre, lang)
      const typed = c.req.query('day')
      const day = isDay(typed)
        ? Temporal.PlainDate.from(typed as string)
        : work.now.toZonedDateTimeISO(timeZone).toPlainDate()
      const monday = day.subtract({ days: day.dayOfWeek - 1 })
      const edge = (at: Temporal.PlainDate) => at.toZonedDateTime(timeZone).toInstant()
      const stops = await nomadic.readPlannedStops(work, {
        centre,
        from: edge(monday),
        to: edge(monday.add({ weeks: 1 })),
      })
      return { monday, stops, waiting: await nomadic.readWaitingTowns(work) }
    })
    return answerTeam(
      c,
      house,
      member,
      { title: stopWords(lang)('stops'), under: '/plan/stops' },
      <StopListPage {...read} lang={lang} said={readStopSaid(lang, c.req.query('said'))} />,
    )
  })

  const askAgain = async (c: Ctx, typed: Typed, errors: FieldErrors) => {
    const member = memberOf(c)
    const { lang } = c.var
    const centre = member.centre as number
    const read = await house.inWork(member, async (work) => ({
      choices: {
        ...(await readChoices(work, centre, lang)),
        offers: await readOffers(work, centre, lang),
      },
      found: errors.form === 'clash' ? await readFound(work, typed) : null,
    }))
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      {
        title: stopWords(lang)('newTitle'),
        under: '/plan/stops',
        ...(failed && { errors: true, status: errors.form ? 409 : 422 }),
      },
      <NewStopPage {...read} lang={lang} typed={typed} errors={errors} />,
    )
  }
  app.get('/plan/stops/new', (c) => askAgain(c, typedIn(c), {}))

  app.post('/plan/stops', async (c) => {
    const form = await readForm(c, stopForm)
    if (!form.ok) return askAgain(c, form.typed, form.errors)
    const described = form.value.place === 'new' ? check(placeForm, form.typed) : null
    if (described && !described.ok) return askAgain(c, form.typed, described.errors)
    const wish = form.value
    const planned = await house.inWork(memberOf(c), async (work) => {
      const place = described
        ? await addPlace(work, described.value, outingOf(wish).howToFind)
        : done({ place: Number(wish.place) })
      if (!place.ok) return place
      const zone = await nomadic.readPlaceZone(work, place.value.place)
      if (zone === null) return refuse({ refusal: 'place-unknown' })
      const at = (plainTime: Temporal.PlainTime) =>
        wish.day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
      return nomadic.planStop(work, {
        placeId: place.value.place,
        start: at(wish.from),
        end: at(wish.to),
        ...outingOf(wish),
      })
    })
    if (planned.ok) return c.redirect(`/plan/stops/${planned.value.stop}?said=planned.1`, 303)
    return askAgain(c, form.typed, answerToStop[planned.refusal])
  })
  return app
}

/** Adds the place a form describes; what is not said of its position comes from its commune. */
async function addPlace(
  work: Work<'network' | 'access' | 'discovery'>,
  described: Omit<nomadic.AddNomadicPlace, 'inseeCode' | 'howToCome'>,
  howToCome: nomadic.AddNomadicPlace['howToCome'],
) {
  const town = await townOf(work, `${described.postalCode} ${described.city}`)
  const known = town === 'which' ? null : town
  const typed = described.latitude !== null && described.longitude !== null
  return nomadic.addNomadicPlace(work, {
    ...described,
    inseeCode: known?.code ?? null,
    latitude: typed ? described.latitude : (known?.latitude ?? null),
    longitude: typed ? described.longitude : (known?.longitude ?? null),
    howToCome,
  })
}

/** What the wish of a form runs into, with the address of the same wish at another time. */
async function readFound(work: Work<'programme' | 'network' | 'access'>, typed: Typed) {
  const form = check(stopForm, typed)
  const timeZone =
    form.ok && form.value.place !== 'new' ? await nomadic.readPlaceZone(work, Number(form.value.place)) : null
  if (!form.ok || timeZone === null) return null
  const { place, day, from, to } = form.value
  const start = day.toZonedDateTime({ timeZone, plainTime: from })
  const end = day.toZonedDateTime({ timeZone, plainTime: to })
  const found = await readStopClashes(work, {
    stop: null,
    placeId: Number(place),
    start,
    end,
    ...outingOf(form.value),
  })
  const hour = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  const link = (at: Temporal.ZonedDateTime) => {
    const query = new URLSearchParams(
      Object.entries(typed).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      ),
    )
    query.set('day', at.toPlainDate().toString())
    query.set('from', hour(at))
    query.set('to', hour(at.add(start.until(end))))
    return `/plan/stops/new?${query}`
  }
  return { ...found, timeZone, link }
}

/** What an address carries, as a form would. */
function typedIn(c: Ctx): Typed {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length > 1 ? values : (values[0] ?? ''),
    ]),
  )
}
