import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { apply } from './apply.ts'
import { readOrganisations } from './db/members.ts'
import { applyForm } from './domain/apply-form.ts'
import { TownsPage, VolunteerPage, VolunteerThanks } from './pages/volunteer.tsx'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** Offering to host, without an account. */
export function volunteerRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const townOf = async (slug: string | undefined) => {
    const towns = await house.inWork(visitor, readTowns)
    return { towns, town: towns.find((town) => town.slug === slug) ?? null }
  }

  const show = async (c: Ctx, slug: string | undefined, typed: Typed, errors: FieldErrors) => {
    const { towns, town } = await townOf(slug)
    const page = {
      title: words(c.var.lang)('volunteer'),
      description: words(c.var.lang)('volunteerLead'),
      width: 'narrow' as const,
    }
    if (!town) return answerPage(c, house, page, <TownsPage lang={c.var.lang} towns={towns} />)
    const organisations = await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      readOrganisations(work, town.centre),
    )
    return answerPage(
      c,
      house,
      { ...page, errors: Object.keys(errors).length > 0 },
      <VolunteerPage
        lang={c.var.lang}
        town={town}
        organisations={organisations}
        typed={typed}
        errors={errors}
      />,
    )
  }

  app.get('/volunteer', (c) => show(c, c.req.query('centre'), {}, {}))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/volunteers', (c) => c.redirect('/volunteer', 302))
  app.get('/volunteer/thanks', async (c) => {
    const { town } = await townOf(c.req.query('centre'))
    if (!town) return c.redirect('/volunteer', 302)
    const title = words(c.var.lang)('thanksTitle')
    return answerPage(c, house, { title, width: 'narrow' }, <VolunteerThanks lang={c.var.lang} town={town} />)
  })

  app.post('/volunteers', async (c) => {
    const form = await readForm(c, applyForm)
    const slug = typedText(form.typed, 'centre')
    const { town } = await townOf(slug)
    if (!town) return c.redirect('/volunteer', 303)
    const country = countryOf(town.postalCode)
    const contact = parseContact({ phone: typedText(form.typed, 'contact'), country })
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return show(c, slug, form.typed, errors)
    const { name, skills, languages, weekly, reach, organisation } = form.value
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      apply(work, {
        name,
        contact: sealContact(house.seal, contact.value),
        language: c.var.lang,
        skills,
        languages,
        weekly,
        reachKm: reach,
        organisation,
      }),
    )
    return c.redirect(`/volunteer/thanks?centre=${town.slug}`, 303)
  })
  return app
}
