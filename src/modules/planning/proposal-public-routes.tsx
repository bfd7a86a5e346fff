import { type Context, Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import { cleanName, countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import { readSession, readSessions, type Session } from '#modules/programme/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readPartnerHome } from './db/proposal-partner.ts'
import { readOpenSessions } from './db/stop.ts'
import { publicForm } from './domain/proposal-form.ts'
import { PublicRegisterPage, PublicSessionsPage } from './pages/proposal-public.tsx'
import { type ProposalWord, proposalWords } from './proposal-words.ts'

/** What a refused registration says, next to its field. */
const answers = {
  'session-unknown': { form: 'session-closed' },
  'session-cancelled': { form: 'session-closed' },
  'session-started': { form: 'session-closed' },
  'course-started': { form: 'session-closed' },
  'session-full': { form: 'session-closed' },
  'party-too-large': { party: 'party-too-large' },
  'too-many-open': { contact: 'too-many-open' },
} as const satisfies Record<string, Record<string, ProposalWord>>

/** A partner who was given the right registers her public. She sees sessions and seats, nobody’s name. */
export function proposalPublicRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  /** The partner’s home when she may register people; null otherwise. */
  const mayRegister = async (c: Ctx) => {
    const home = await house.inWork(memberOf(c), readPartnerHome)
    return home?.organisation.active && home.organisation.mayRegister ? home : null
  }

  app.get('/partner/sessions', async (c) => {
    if (!(await mayRegister(c))) return c.redirect('/partner', 302)
    const member = memberOf(c)
    const sessions = await house.inWork({ kind: 'visitor' }, async (work) =>
      readSessions(work, await readOpenSessions(work, member.centre as number)),
    )
    return answerTeam(
      c,
      house,
      member,
      { title: proposalWords(c.var.lang)('public'), under: '/partner' },
      <PublicSessionsPage lang={c.var.lang} sessions={sessions} />,
    )
  })

  /** A session of the partner’s centre that one can join. */
  const readOpen = async (c: Ctx): Promise<Session | null> => {
    const session = await house.inWork({ kind: 'visitor' }, (work) => readSession(work, idOf(c)))
    return session?.centre.id === memberOf(c).centre && session.status === 'published' ? session : null
  }
  const show = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const session = (await mayRegister(c)) && (await readOpen(c))
    if (!session) return c.notFound()
    const said = (['confirmed', 'waitlisted'] as const).find((word) => word === c.req.query('said'))
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: proposalWords(c.var.lang)('registerTitle'),
        under: '/partner',
        ...(failed && { errors: true, status: errors.form ? 409 : 422 }),
      },
      <PublicRegisterPage
        lang={c.var.lang}
        session={session}
        said={said ? proposalWords(c.var.lang)(`said.${said}`) : null}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/partner/sessions/:id', (c) => show(c))

  app.post('/partner/sessions/:id/registrations', async (c) => {
    const home = await mayRegister(c)
    const session = home && (await readOpen(c))
    if (!session) return c.notFound()
    const form = await readForm(c, publicForm)
    if (!form.ok) return show(c, form.typed, form.errors)
    const contact = parseContact({
      phone: form.value.contact,
      country: countryOf(home.centre.postalCode),
    })
    if (!contact.ok) return show(c, form.typed, { contact: contact.refusal })
    // As the person herself would: a partner’s own eyes are not opened to residents for it.
    const joined = await house.inWork({ kind: 'resident', centre: session.centre.id }, (work) =>
      register(work, {
        sessionId: session.id,
        name: cleanName(form.value.name),
        contact: sealContact(house.seal, contact.value),
        party: form.value.party,
        language: c.var.lang,
        throughHelper: true,
        source: 'desk',
        ticket: newTicket(house.seal),
      }),
    )
    if (!joined.ok) return show(c, form.typed, answers[joined.refusal])
    const said = joined.value.status === 'waitlisted' ? 'waitlisted' : 'confirmed'
    return c.redirect(`/partner/sessions/${session.id}?said=${said}`, 303)
  })
  return app
}
