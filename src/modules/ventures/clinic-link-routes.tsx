import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { bookClinic, cancelClinicBooking, takeSlot } from './book-clinic.ts'
import { type ClinicAnswer, clinicAnswerTo } from './clinic-refusals.ts'
import { clinicWords } from './clinic-words.ts'
import { readClinicBookingByLink } from './db/clinic-bookings.ts'
import { readContactOfFounder } from './db/founders.ts'
import type { ClinicBooking } from './domain/clinic.ts'
import { founderBookingForm, slotForm } from './domain/clinic-forms.ts'
import { founderPage, founderUnknown, holdingFounder } from './founder-frame.tsx'
import { ClinicBookingPage } from './pages/clinic-booking.tsx'
import { ClinicsForHer } from './pages/clinic-mine.tsx'
import { ClinicLinkUnknown } from './pages/clinic-sent.tsx'
import { centreOfClinicBooking, readOpenHours } from './read-clinics.ts'

/** An appointment behind its link, and a founder who books from her own page. */
export function clinicLinkRoutes(house: House): Routes {
  const app = new Hono<Env>()

  const base = '/founders/clinics/bookings/:token'
  const addressOf = (c: Ctx) => `/founders/clinics/bookings/${encodeURIComponent(c.req.param('token') ?? '')}`
  const unknown = (c: Ctx) =>
    founderPage(
      c,
      house,
      { title: clinicWords(c.var.lang)('linkUnknown'), status: 404 },
      <ClinicLinkUnknown lang={c.var.lang} />,
    )
  const holding = async <T,>(
    c: Ctx,
    act: (work: Work, booking: ClinicBooking) => Promise<T>,
  ): Promise<{ value: T } | null> => {
    const token = c.req.param('token') ?? ''
    const centre = await centreOfClinicBooking(house, token)
    if (centre === null) return null
    return house.inWork({ kind: 'resident', centre }, async (work) => {
      const booking = await readClinicBookingByLink(work, hashOf(token))
      return booking ? { value: await act(work, booking) } : null
    })
  }
  const show = async (c: Ctx, refused: ClinicAnswer | null = null) => {
    const read = await holding(c, async (work, booking) => ({
      booking,
      hours: (await readOpenHours(work, { id: booking.clinic }))[0],
    }))
    if (!read?.value.hours) return unknown(c)
    const { booking, hours } = read.value
    return founderPage(
      c,
      house,
      {
        title: clinicWords(c.var.lang)('booking'),
        ...(refused && { status: clinicAnswerTo(refused).status }),
      },
      <ClinicBookingPage
        lang={c.var.lang}
        address={addressOf(c)}
        booking={booking}
        {...hours}
        now={house.now()}
        refused={refused}
      />,
    )
  }
  app.get(base, (c) => show(c))
  // An address a form was posted to, opened again: the appointment.
  app.get(`${base}/:gesture{slots|cancellation}`, (c) => c.redirect(addressOf(c), 302))
  app.post(`${base}/slots`, async (c) => {
    const form = await readForm(c, slotForm)
    if (!form.ok) return show(c, 'form')
    const taken = await holding(c, async (work, booking) => {
      if (booking.status === 'cancelled') return 'booking-gone'
      const made = await takeSlot(work, booking, form.value.slot)
      return made.ok ? null : made.refusal
    })
    if (!taken) return unknown(c)
    return taken.value ? show(c, taken.value) : c.redirect(addressOf(c), 303)
  })
  app.post(`${base}/cancellation`, async (c) => {
    const cancelled = await holding(c, (work, booking) => cancelClinicBooking(work, booking.id))
    return cancelled ? c.redirect(addressOf(c), 303) : unknown(c)
  })

  const hers = '/founders/me/:token/clinics'
  const herPage = (c: Ctx) => `/founders/me/${encodeURIComponent(c.req.param('token') ?? '')}`
  const showHers = async (
    c: Ctx,
    back: { typed: Typed; errors: FieldErrors; refused: ClinicAnswer | null } = {
      typed: {},
      errors: {},
      refused: null,
    },
  ) => {
    const read = await holdingFounder(c, house, (work, { centre }) => readOpenHours(work, { centre }))
    if (!read) return founderUnknown(c, house)
    return founderPage(
      c,
      house,
      {
        title: clinicWords(c.var.lang)('title'),
        errors: back.refused === 'form',
        ...(back.refused && { status: clinicAnswerTo(back.refused).status }),
      },
      <ClinicsForHer
        lang={c.var.lang}
        address={herPage(c)}
        clinics={read.value}
        now={house.now()}
        {...back}
      />,
    )
  }
  app.get(hers, (c) => showHers(c))
  app.post(hers, async (c) => {
    const form = await readForm(c, founderBookingForm)
    if (!form.ok) return showHers(c, { typed: form.typed, errors: form.errors, refused: 'form' })
    const booked = await holdingFounder(c, house, async (work, founder) => {
      const [here] = await readOpenHours(work, { id: form.value.clinic, centre: founder.centre })
      const contact = await readContactOfFounder(work, founder.id)
      if (!here || !contact) return 'clinic-unknown'
      const made = await bookClinic(work, house.seal, {
        ...form.value,
        founder: founder.id,
        name: founder.name,
        language: founder.language,
        contact,
      })
      return made.ok ? null : made.refusal
    })
    if (!booked) return founderUnknown(c, house)
    return booked.value
      ? showHers(c, { typed: form.typed, errors: {}, refused: booked.value })
      : c.redirect(herPage(c), 303)
  })
  return app
}
