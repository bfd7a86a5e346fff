import { Hono } from 'hono'
import { readPlace, readPlaces, readStops } from '#modules/network/index.ts'
import { askForCallBack, countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import { FeedLinks, readSessions } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readNearestCentre, readNextAt, readNextDates } from './db/centres.ts'
import { callForm } from './domain/call-form.ts'
import { filtersSchema } from './domain/filters.ts'
import { readTyped } from './domain/normalise.ts'
import { unit } from './domain/rank.ts'
import { findWhere } from './find-where.ts'
import { type CallErrors, CallForm, CallThanks } from './pages/call-form.tsx'
import { HomePage } from './pages/home.tsx'
import { PlacePage, PlacesPage } from './pages/places.tsx'
import { ResultsPage, UnknownPage, WhichPage } from './pages/results.tsx'
import { readResults } from './read-results.ts'
import { searchSessions } from './search.ts'
import { withCrowd } from './with-crowd.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** Finding: the home page, the results, the places, and being called back. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()

  app.get('/', async (c) => {
    const hits = await house.inWork(visitor, async (work) =>
      withCrowd(work, (await searchSessions(work, { at: null, limit: 4 })).hits),
    )
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      {
        title: t('home'),
        description: t('lead'),
        home: true,
        width: 'free',
        head: <FeedLinks lang={c.var.lang} wish={{}} />,
      },
      <HomePage lang={c.var.lang} hits={hits} now={house.now()} />,
    )
  })

  app.get('/sessions', (c) => showResults(c, house))

  app.get('/places', async (c) => {
    const [places, next] = await house.inWork(
      visitor,
      async (work) => [await readPlaces(work), await readNextDates(work)] as const,
    )
    return answerPage(
      c,
      house,
      { title: words(c.var.lang)('places') },
      <PlacesPage lang={c.var.lang} places={places} next={next} />,
    )
  })
  app.get('/places/:id{[0-9]+}', async (c) => {
    const id = Number(c.req.param('id'))
    const view = await house.inWork(visitor, async (work) => {
      const place = await readPlace(work, id)
      if (!place) return null
      const sessions = await readSessions(work, await readNextAt(work, id, 6))
      return {
        place,
        stops: await readStops(work, { limit: 6, place: id }),
        hits: await withCrowd(
          work,
          sessions.map((session) => ({ session, metres: null })),
        ),
      }
    })
    if (!view) return c.notFound()
    return answerPage(
      c,
      house,
      {
        title: view.place.name,
        head: <FeedLinks lang={c.var.lang} wish={{ place: id }} names={[view.place.name]} />,
      },
      <PlacePage lang={c.var.lang} now={house.now()} {...view} />,
    )
  })
  app.get('/call-backs', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('callTitle'), width: 'narrow' },
      <CallPage c={c} near={c.req.query('near') ?? ''} />,
    ),
  )
  app.post('/call-backs', (c) => askCall(c, house))
  app.get('/call-backs/thanks', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('callThanks'), width: 'narrow' },
      <CallThanks lang={c.var.lang} />,
    ),
  )
  return app
}

/** What may not be in a search: a text no database takes. */
const clean = (text: string) => text.replaceAll('\0', '').trim().slice(0, 120)

async function showResults(c: Ctx, house: House): Promise<Response> {
  const lang = c.var.lang
  const near = clean(c.req.query('near') ?? '')
  const filters = filtersSchema.parse({ ...c.req.query(), day: c.req.queries('day') })
  const from = Math.min(500, Math.max(0, Number.parseInt(c.req.query('from') ?? '0', 10) || 0))
  const results = await house.inWork(visitor, (work) => readResults(work, { near, filters, from }))
  const t = words(lang)
  if (results.kind === 'which')
    return answerPage(
      c,
      house,
      { title: t('which') },
      <WhichPage lang={lang} near={near} filters={filters} candidates={results.candidates} />,
    )
  if (results.kind === 'unknown')
    return answerPage(
      c,
      house,
      { title: t('unknown') },
      <UnknownPage lang={lang} near={near} filters={filters} candidates={results.suggestions} />,
    )
  const { kind: _, ...shown } = results
  return answerPage(
    c,
    house,
    { title: shown.where ? t('near', { town: shown.where.name }) : t('everywhere'), theme: filters.theme },
    <ResultsPage lang={lang} near={near} filters={filters} now={house.now()} {...shown} />,
  )
}

const CallPage = ({
  c,
  near,
  ...rest
}: { c: Ctx; near?: string } & Partial<Parameters<typeof CallForm>[0]>) => (
  <>
    <h1 class="vh">{words(c.var.lang)('callTitle')}</h1>
    <CallForm lang={c.var.lang} near={near ?? ''} {...rest} />
  </>
)

const refusedPhones = {
  'contact-missing': 'phoneMissing',
  'phone-too-short': 'phoneTooShort',
  'phone-too-long': 'phoneTooLong',
  'phone-malformed': 'phoneMalformed',
  'email-malformed': 'phoneMalformed',
} as const

/** POST /call-backs: the desk of the nearest centre sees it; or the same form with what is to mend. */
async function askCall(c: Ctx, house: House): Promise<Response> {
  const form = await readForm(c, callForm)
  const near = clean(typedText(form.typed, 'near'))
  const { postalCode } = readTyped(near)
  const contact = parseContact({
    phone: typedText(form.typed, 'phone'),
    country: countryOf(postalCode ?? ''),
  })
  const errors: CallErrors = form.ok ? {} : (form.errors as CallErrors)
  if (!contact.ok) errors.phone ??= refusedPhones[contact.refusal]
  else if (contact.value.kind !== 'phone') errors.phone ??= 'phoneMissing'
  const again = () =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('callTitle'), width: 'narrow', errors: true },
      <CallPage c={c} typed={form.typed} errors={errors} />,
    )
  if (!form.ok || !contact.ok || errors.phone) return again()
  const centre = await house.inWork(visitor, async (work) => {
    const where = near ? await findWhere(work, near) : null
    return readNearestCentre(work, where?.kind === 'found' ? unit(where) : null)
  })
  if (centre === null) return c.notFound()
  const { name, need, language } = form.value
  const asked = await house.inWork({ kind: 'resident', centre }, (work) =>
    askForCallBack(work, {
      name,
      contact: sealContact(house.seal, contact.value),
      language: language ?? c.var.lang,
      near,
      need,
    }),
  )
  if (asked.ok) return c.redirect('/call-backs/thanks', 303)
  errors.phone = 'phoneMissing'
  return again()
}
