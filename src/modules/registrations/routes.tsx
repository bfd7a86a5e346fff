import { Hono } from 'hono'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import { EventData, whereaboutsOf, wordsOf } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { acceptOffer } from './accept-offer.ts'
import { cancelRegistration } from './cancel.ts'
import { changeParty } from './change-party.ts'
import { courseCalendar } from './course-calendar.ts'
import { readCourse } from './db/course.ts'
import { joinForm, partyForm } from './domain/join-form.ts'
import { centreOfToken } from './link.ts'
import type { JoinErrors } from './pages/join-form.tsx'
import { LinkUnknown } from './pages/link-unknown.tsx'
import { RegistrationPage } from './pages/registration-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { readRegistrationView, readSessionView } from './read-views.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { register } from './register.ts'
import { newTicket } from './ticket.ts'
import { type Word, words } from './words.ts'

/** The session's page and its form; the registration's page behind its link. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()

  app.get('/s/:code{[0-9A-Za-z]+}', async (c) => {
    const code = c.req.param('code').toUpperCase()
    const course = await house.inWork({ kind: 'visitor' }, (work) => readCourse(work, { code }))
    return course ? c.redirect(`/sessions/${course.lead.id}`, 302) : c.notFound()
  })
  app.get('/r/:token', (c) => c.redirect(`/registrations/${encodeURIComponent(c.req.param('token'))}`, 302))

  app.get('/sessions/:id{[0-9]+}', (c) => showSession(c, house, {}, {}))
  app.post('/sessions/:id{[0-9]+}/registrations', (c) => join(c, house))

  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/sessions/:id{[0-9]+}/registrations', (c) =>
    c.redirect(`/sessions/${c.req.param('id')}${searchOf(c)}`, 302),
  )
  app.get('/registrations/:token/:gesture{cancellation|acceptance|party}', (c) =>
    c.redirect(`/registrations/${encodeURIComponent(c.req.param('token'))}${searchOf(c)}`, 302),
  )

  app.get('/registrations/:token', (c) => showRegistration(c, house))
  app.get('/registrations/:token/session.ics', async (c) => {
    const view = await readRegistrationView(house, c.req.param('token'))
    if (!view) return linkUnknown(c, house)
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('cache-control', 'no-store')
    return c.body(
      courseCalendar(
        // Whoever cancelled takes the dates out of her calendar with the same file.
        view.registration.status === 'cancelled'
          ? view.dates.map((date) => ({ ...date, status: 'cancelled' as const }))
          : view.dates,
        c.var.lang,
        house.settings.publicUrl,
      ),
    )
  })
  app.post('/registrations/:token/cancellation', (c) =>
    act(c, house, (work, registrationId) => cancelRegistration(work, { registrationId, by: 'resident' })),
  )
  app.post('/registrations/:token/acceptance', (c) =>
    act(c, house, (work, registrationId) => acceptOffer(work, { registrationId })),
  )
  app.post('/registrations/:token/party', async (c) => {
    const form = await readForm(c, partyForm)
    if (!form.ok) return showRegistration(c, house, { party: form.errors.party as Word }, 422)
    return act(
      c,
      house,
      (work, registrationId) => changeParty(work, { registrationId, party: form.value.party }),
      '?changed=yes',
    )
  })
  return app
}

async function showSession(
  c: Ctx,
  house: House,
  typed: Typed,
  errors: JoinErrors,
  status?: number,
): Promise<Response> {
  const view = await house.inWork({ kind: 'visitor' }, (work) =>
    readSessionView(work, Number(c.req.param('id'))),
  )
  if (!view) return c.notFound()
  const said = wordsOf(view.session, c.var.lang)
  return answerPage(
    c,
    house,
    {
      title: said.title,
      description: said.summary,
      theme: view.session.activity.theme,
      head: <EventData session={view.session} lang={c.var.lang} publicUrl={house.settings.publicUrl} />,
      errors: Object.keys(errors).length > 0,
      status,
    },
    <SessionPage
      {...view}
      lang={c.var.lang}
      helpPhone={house.settings.phone}
      typed={typed}
      errors={errors}
    />,
  )
}

/** POST /sessions/:id/registrations: a new noun, and a redirect to it; or the same page with what is to mend. */
async function join(c: Ctx, house: House): Promise<Response> {
  const id = Number(c.req.param('id'))
  const form = await readForm(c, joinForm)
  const session = await whereaboutsOf(house.inWork, id)
  if (!session) return c.notFound()
  const contact = parseContact({
    phone: one(form.typed.phone),
    email: one(form.typed.email),
    country: countryOf(session.postalCode),
  })
  if (!form.ok || !contact.ok) {
    const errors: JoinErrors = form.ok ? {} : (form.errors as JoinErrors)
    if (!contact.ok) errors[contact.field] ??= answerTo(contact.refusal).word
    return showSession(c, house, form.typed, errors)
  }
  const { name, party, helper } = form.value
  const result = await house.inWork({ kind: 'resident', centre: session.centre }, (work) =>
    register(work, {
      sessionId: id,
      name,
      party,
      contact: sealContact(house.seal, contact.value),
      language: form.value.language ?? c.var.lang,
      throughHelper: helper === 'yes',
      source: 'web',
      ticket: newTicket(house.seal),
    }),
  )
  if (!result.ok) {
    const { word, status, field } = answerTo(result.refusal)
    return showSession(c, house, form.typed, { [field ?? 'form']: word }, status)
  }
  const kept = result.value.again && result.value.party !== party ? '?again=yes' : ''
  return c.redirect(`/registrations/${house.seal.open(result.value.tokenSealed)}${kept}`, 303)
}

const searchOf = (c: Ctx) => new URL(c.req.url).search

const one = (typed: string | string[] | undefined) => (Array.isArray(typed) ? typed[0] : typed)

async function showRegistration(
  c: Ctx,
  house: House,
  errors: Partial<Record<string, Word>> = {},
  status?: number,
): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const view = await readRegistrationView(house, token)
  if (!view) return linkUnknown(c, house)
  // What a link opens is for its holder: no copy is kept on the way, and no other site is told of it.
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  return answerPage(
    c,
    house,
    {
      title: wordsOf(view.session, c.var.lang).title,
      theme: view.session.activity.theme,
      width: 'narrow',
      errors: Object.keys(errors).length > 0,
      status,
    },
    <RegistrationPage
      {...view}
      lang={c.var.lang}
      token={token}
      errors={errors}
      changed={c.req.query('changed') === 'yes'}
      again={c.req.query('again') === 'yes'}
    />,
  )
}

const linkUnknown = (c: Ctx, house: House) =>
  answerPage(
    c,
    house,
    { title: words(c.var.lang)('linkUnknown'), status: 404, width: 'narrow' },
    <LinkUnknown lang={c.var.lang} helpPhone={house.settings.phone} />,
  )

/** Does one thing to the registration of the link, then shows its page; a refusal is said on that same page. */
async function act(
  c: Ctx,
  house: House,
  useCase: (
    work: Parameters<Parameters<House['inWork']>[1]>[0],
    registration: number,
  ) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>,
  after = '',
): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const centre = await centreOfToken(house, token)
  const view = centre === null ? null : await readRegistrationView(house, token)
  if (centre === null || !view) return linkUnknown(c, house)
  const result = await house.inWork({ kind: 'resident', centre }, (work) =>
    useCase(work, view.registration.id),
  )
  if (result.ok) return c.redirect(`/registrations/${token}${after}`, 303)
  const { word, status, field } = answerTo(result.refusal)
  return showRegistration(c, house, { [field ?? 'form']: word }, status)
}
