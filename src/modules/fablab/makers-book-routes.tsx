import { Hono } from 'hono'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import type { FieldError } from '#ui/form.tsx'
import { bookByContact } from './book-by-contact.ts'
import { bookingForm } from './domain/maker-forms.ts'
import { instantOf } from './domain/moment.ts'
import { numberIn } from './lab-frame.tsx'
import { contactIn, said, saidContact, saidRefusal } from './makers-frame.tsx'
import { machineOf, showMachine } from './makers-machine-routes.tsx'
import { makersWords } from './makers-words.ts'
import { BookingFormPage } from './pages/booking-form.tsx'
import { readSlot } from './read-slots.ts'
import { newTicket } from './ticket.ts'

const visitor = { kind: 'visitor' } as const

/** Booking an hour of a machine, or waiting for it, without an account. */
export function bookRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/machines/:id{[0-9]+}/bookings/new', (c) => showForm(c, house, { at: c.req.query('at') ?? '' }))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/machines/:id{[0-9]+}/bookings', (c) => c.redirect(`/machines/${numberIn(c)}`, 302))
  app.post('/machines/:id{[0-9]+}/bookings', (c) => book(c, house))
  return app
}

interface Shown {
  at: string
  typed?: Typed
  errors?: FieldError[]
  status?: number
  askHerLink?: boolean
}

async function showForm(c: Ctx, house: House, shown: Shown): Promise<Response> {
  const machine = await machineOf(c, house)
  if (!machine) return c.notFound()
  const at = instantOf(shown.at)
  const found = at && (await house.inWork(visitor, (work) => readSlot(work, machine, at)))
  const t = makersWords(c.var.lang)
  // What cannot be booked nor waited for any more: the machine again, with its other hours.
  if (!found || (found.slot.state !== 'free' && found.slot.state !== 'taken'))
    return showMachine(c, house, shown.errors?.[0]?.message ?? t('slotGone'), shown.status ?? 409)
  const kind = machine.inductions.length > 0 ? 'induction' : 'make'
  const { errors = [], typed = {} } = shown
  return answerPage(
    c,
    house,
    {
      title: t(kind === 'induction' ? 'inductionTitle' : 'bookTitle', { machine: machine.name }),
      theme: 'training',
      width: 'narrow',
      head: <meta name="robots" content="noindex" />,
      errors: errors.length > 0,
      ...(shown.status && { status: shown.status }),
    },
    <BookingFormPage
      lang={c.var.lang}
      machine={machine}
      kind={kind}
      slot={found.slot}
      following={found.following}
      supervisor={found.opening.supervisor?.name ?? null}
      typed={typed}
      errors={errors}
      now={house.now()}
      askHerLink={shown.askHerLink ?? false}
    />,
  )
}

/** POST /machines/:id/bookings: a new noun, and a redirect to it; or the same page with what is to mend. */
async function book(c: Ctx, house: House): Promise<Response> {
  const machine = await machineOf(c, house)
  if (!machine) return c.notFound()
  const form = await readForm(c, bookingForm)
  const at = String(form.typed.at ?? '')
  const contact = contactIn(form.typed, machine.place)
  if (!form.ok || !contact.ok) {
    const errors = form.ok ? [] : said(c, form.errors)
    return showForm(c, house, {
      at,
      typed: form.typed,
      errors: contact.ok ? errors : [...errors, saidContact(c, contact.refusal)],
    })
  }
  const { value } = form
  const booked = await house.inWork({ kind: 'resident', centre: machine.centre }, (work) =>
    bookByContact(work, {
      machineId: machine.id,
      kind: value.for,
      startsAt: value.at,
      slots: value.slots,
      orWait: value.wait === 'yes',
      source: 'web',
      name: value.name,
      contact: sealContact(house.seal, contact.value),
      language: c.var.lang,
      birthYear: value.birthYear,
      adultName: value.adult,
      tickets: { maker: newTicket(house.seal), booking: newTicket(house.seal) },
    }),
  )
  if (booked.ok)
    return c.redirect(
      `/bookings/${house.seal.open(booked.value.tokenSealed)}${booked.value.again ? '?again=yes' : ''}`,
      303,
    )
  if (booked.refusal === 'ask-your-link')
    return showForm(c, house, { at, typed: form.typed, status: 409, askHerLink: true })
  const { status, error } = saidRefusal(c, booked.refusal)
  return showForm(c, house, { at, typed: form.typed, status, errors: [error] })
}
