import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { offerForm } from './domain/forms.ts'
import { offerToMentor } from './offer-to-mentor.ts'
import { LastWord, MentorsPage, OfferPage, OfferSent } from './pages/offer.tsx'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** Offering to guide founders, without an account. */
export function publicRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const show = async (c: Ctx, slug: string, typed: Typed = {}, errors: FieldErrors = {}) => {
    const t = words(c.var.lang)
    const towns = await house.inWork(visitor, readTowns)
    const town = towns.find((one) => one.slug === slug)
    const page = { title: t('mentors'), description: t('mentorsLead'), width: 'narrow' as const }
    return town
      ? answerPage(
          c,
          house,
          { ...page, errors: Object.keys(errors).length > 0 },
          <OfferPage lang={c.var.lang} town={town} typed={typed} errors={errors} />,
        )
      : answerPage(c, house, page, <MentorsPage lang={c.var.lang} towns={towns} />)
  }

  app.get('/mentors', (c) => show(c, c.req.query('centre') ?? ''))
  app.get('/mentors/sent', (c) => {
    const title = words(c.var.lang)('sentTitle')
    return answerPage(c, house, { title, width: 'narrow' }, <OfferSent lang={c.var.lang} />)
  })
  app.get('/mentors/erased', (c) => {
    const title = words(c.var.lang)('erasedTitle')
    return answerPage(
      c,
      house,
      { title, width: 'narrow' },
      <LastWord lang={c.var.lang} title="erasedTitle" said="erasedSaid" />,
    )
  })

  app.post('/mentors', async (c) => {
    const form = await readForm(c, offerForm)
    const slug = typedText(form.typed, 'centre')
    const town = (await house.inWork(visitor, readTowns)).find((one) => one.slug === slug)
    if (!town) return c.redirect('/mentors', 303)
    const contact = parseContact({
      phone: typedText(form.typed, 'contact'),
      country: countryOf(town.postalCode),
    })
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return show(c, slug, form.typed, errors)
    const { name, centre: _, contact: __, ...profile } = form.value
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      offerToMentor(work, house.seal, {
        centre: town.centre,
        name,
        contact: sealContact(house.seal, contact.value),
        language: c.var.lang,
        profile,
      }),
    )
    return c.redirect('/mentors/sent', 303)
  })
  return app
}
