import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { bookClinic } from './book-clinic.ts'
import { type ClinicAnswer, clinicAnswerTo } from './clinic-refusals.ts'
import { clinicWords } from './clinic-words.ts'
import { readBookingsOfContact } from './db/clinic-bookings.ts'
import { subjects } from './domain/clinic.ts'
import { bookingForm } from './domain/clinic-forms.ts'
import { ClinicPage } from './pages/clinic.tsx'
import { Sent } from './pages/clinic-sent.tsx'
import { ClinicsPage } from './pages/clinics.tsx'
import { offered, readOpenHours } from './read-clinics.ts'
import { tellClinic } from './tell-clinic.ts'

const visitor = { kind: 'visitor' } as const
const theme = 'entrepreneurship' as const

/** Experts by slot, for everybody: a first name and a phone. */
export function clinicRoutes(house: House): Routes {
  const app = new Hono<Env>()

  app.get('/founders/clinics', async (c) => {
    const subject = subjects.find((code) => code === c.req.query('subject'))
    const slug = c.req.query('town') ?? ''
    const read = await house.inWork(visitor, async (work) => {
      const towns = await readTowns(work)
      const centre = towns.find((town) => town.slug === slug)?.centre
      const hours = await readOpenHours(work, { ...(centre && { centre }), ...(subject && { subject }) })
      return { towns, clinics: hours.map(offered) }
    })
    const t = clinicWords(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('title'), description: t('lead'), theme },
      <ClinicsPage lang={c.var.lang} {...read} now={house.now()} town={slug} subject={subject ?? ''} />,
    )
  })
  app.get('/founders/clinics/sent', (c) =>
    answerPage(
      c,
      house,
      { title: clinicWords(c.var.lang)('sentTitle'), theme, width: 'narrow' },
      <Sent lang={c.var.lang} />,
    ),
  )

  const show = async (
    c: Ctx,
    back: { typed: Typed; errors: FieldErrors; refused: ClinicAnswer | null } = {
      typed: {},
      errors: {},
      refused: null,
    },
  ) => {
    const [read] = await house.inWork(visitor, (work) =>
      readOpenHours(work, { id: Number(c.req.param('id')) }),
    )
    if (!read) return c.notFound()
    return answerPage(
      c,
      house,
      {
        title: clinicWords(c.var.lang)(`subject.${read.clinic.subject}`),
        theme,
        width: 'narrow',
        errors: Object.keys(back.errors).length > 0,
        ...(back.refused && { status: clinicAnswerTo(back.refused).status }),
      },
      <ClinicPage lang={c.var.lang} clinic={read.clinic} free={read.free} now={house.now()} {...back} />,
    )
  }
  app.get('/founders/clinics/:id{[0-9]{1,9}}', (c) => show(c))
  app.post('/founders/clinics/:id{[0-9]{1,9}}', async (c) => {
    const clinic = Number(c.req.param('id'))
    const form = await readForm(c, bookingForm)
    const town = await house.inWork(visitor, async (work) => {
      const [read] = await readOpenHours(work, { id: clinic })
      return (await readTowns(work)).find(({ centre }) => centre === read?.clinic.centre)
    })
    if (!town) return c.notFound()
    const typed = typedText(form.typed, 'contact')
    const country = countryOf(town.postalCode)
    const contact = parseContact(typed.includes('@') ? { email: typed, country } : { phone: typed, country })
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return show(c, { typed: form.typed, errors, refused: 'form' })
    const actor = { kind: 'resident', centre: town.centre } as const
    const sealed = sealContact(house.seal, contact.value)
    const booked = await house.inWork(actor, (work) =>
      bookClinic(work, house.seal, {
        ...form.value,
        clinic,
        founder: null,
        language: c.var.lang,
        contact: sealed,
      }),
    )
    const isHers = !booked.ok && (booked.refusal === 'one-a-day' || booked.refusal === 'two-ahead')
    if (!booked.ok && !isHers) return show(c, { typed: form.typed, errors: {}, refused: booked.refusal })
    // Who has appointments already is told so by message, and not here: this phone may be somebody else’s.
    if (isHers || (booked.ok && booked.value.again))
      await house.inWork(actor, async (work) => {
        const [first] = await readBookingsOfContact(work, sealed.key)
        if (first) tellClinic(work, 'again', first)
      })
    return c.redirect('/founders/clinics/sent', 303)
  })
  return app
}
