import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { organisationKinds, readOrganisations } from './db/organisation.ts'
import { addOrganisation, invitePartner, setRights } from './organisation.ts'
import { type OrganisationWord, organisationWords } from './organisation-words.ts'
import { OrganisationsPage } from './pages/organisations.tsx'

const newForm = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(120, 'name-missing'),
  kind: z.enum(organisationKinds, 'kind-missing'),
})
const memberForm = z.object({
  name: z.string('name-missing').trim().min(1, 'name-missing').max(80, 'name-missing'),
  contact: z.string().max(254).catch(''),
})
const rightsForm = z.object({
  mayRegister: z.preprocess((value) => value === 'yes', z.boolean()),
  standing: z.enum(['active', 'inactive']).catch('active'),
})

/** Where each refusal stands and its status. */
const answers = {
  'name-missing': { field: 'name', status: 422 },
  'name-taken': { field: 'name', status: 409 },
  'already-a-member': { field: 'contact', status: 409 },
  'organisation-unknown': { field: 'form', status: 404 },
  'role-needs-a-centre': { field: 'form', status: 403 },
} as const

/** The partners of a centre, for its coordinators. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/partners', '/plan/partners/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  const show = async (
    c: Ctx,
    about: 'new' | number | null = null,
    typed: Typed = {},
    errors: FieldErrors = {},
    status = 422,
  ) => {
    const member = memberOf(c)
    const { lang } = c.var
    const organisations = await house.inWork(member, (work) =>
      readOrganisations(work, member.centre as number),
    )
    const said = (['added', 'invited', 'saved'] as const).find((word) => word === c.req.query('said'))
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      { title: organisationWords(lang)('title'), under: '/team', ...(failed && { errors: true, status }) },
      <OrganisationsPage
        lang={lang}
        organisations={organisations}
        said={said ? organisationWords(lang)(`said.${said}`) : null}
        about={about}
        typed={typed}
        errors={errors}
      />,
    )
  }
  const refused = (c: Ctx, about: 'new' | number, typed: Typed, refusal: keyof typeof answers) => {
    const { field, status } = answers[refusal]
    return show(c, about, typed, { [field]: refusal satisfies OrganisationWord }, status)
  }
  app.get('/plan/partners', (c) => show(c))

  app.post('/plan/partners', async (c) => {
    const form = await readForm(c, newForm)
    if (!form.ok) return show(c, 'new', form.typed, form.errors)
    const added = await house.inWork(memberOf(c), (work) => addOrganisation(work, form.value))
    return added.ok
      ? c.redirect('/plan/partners?said=added', 303)
      : refused(c, 'new', form.typed, added.refusal)
  })

  app.post('/plan/partners/:id/members', async (c) => {
    const id = idOf(c)
    const form = await readForm(c, memberForm)
    if (!form.ok) return show(c, id, form.typed, form.errors)
    const contact = parseContact({ phone: form.value.contact, country: 'FR' })
    if (!contact.ok) return show(c, id, form.typed, { contact: contact.refusal })
    const invited = await house.inWork(memberOf(c), (work) =>
      invitePartner(work, {
        organisation: id,
        name: form.value.name,
        contact: sealContact(house.seal, contact.value),
        language: 'fr',
      }),
    )
    if (invited.ok) return c.redirect('/plan/partners?said=invited', 303)
    if (invited.refusal === 'organisation-unknown') return c.notFound()
    // Of the two others, neither can be: a coordinator has a centre, and the organisation is known.
    const refusal =
      invited.refusal === 'already-a-member' || invited.refusal === 'name-missing'
        ? invited.refusal
        : 'role-needs-a-centre'
    return refused(c, id, form.typed, refusal)
  })

  app.post('/plan/partners/:id/rights', async (c) => {
    const form = await readForm(c, rightsForm)
    if (!form.ok) return show(c, idOf(c), form.typed, form.errors)
    const { mayRegister, standing } = form.value
    const saved = await house.inWork(memberOf(c), (work) =>
      setRights(work, { organisation: idOf(c), mayRegister, active: standing === 'active' }),
    )
    return saved.ok ? c.redirect('/plan/partners?said=saved', 303) : c.notFound()
  })
  return app
}
