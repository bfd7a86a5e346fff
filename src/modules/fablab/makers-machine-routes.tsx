import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import type { FieldError } from '#ui/form.tsx'
import { bookByContact } from './book-by-contact.ts'
import { hasPhoto } from './db/has-photo.ts'
import { readOpenings } from './db/hours.ts'
import { readMachine, readMachines } from './db/machines.ts'
import { bookingForm } from './domain/maker-forms.ts'
import { instantOf } from './domain/moment.ts'
import { type Machine, machineKinds } from './domain/vocabulary.ts'
import { numberIn } from './lab-frame.tsx'
import { contactIn, said, saidContact, saidRefusal } from './makers-frame.tsx'
import { makersWords } from './makers-words.ts'
import { BookingFormPage } from './pages/booking-form.tsx'
import { MachinePage } from './pages/machine.tsx'
import { MachinesPage } from './pages/machines.tsx'
import { readInductionSessions } from './read-inductions-near.ts'
import { readSlot, readWeek } from './read-slots.ts'
import { newTicket } from './ticket.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** A lab says when it is open next, twice; a machine, its next three open labs. */
const days = 14
const nextOpenings = 2
const nextOpenLabs = 3

/** Finding a machine, reading what it does, and booking an hour of it without an account. */
export function machineRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/machines', (c) => showMachines(c, house))
  app.get('/machines/:id{[0-9]+}', (c) => showMachine(c, house))
  app.get('/machines/:id{[0-9]+}/bookings/new', (c) => showForm(c, house, { at: c.req.query('at') ?? '' }))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/machines/:id{[0-9]+}/bookings', (c) => c.redirect(`/machines/${numberIn(c)}`, 302))
  app.post('/machines/:id{[0-9]+}/bookings', (c) => book(c, house))
  return app
}

async function showMachines(c: Ctx, house: House): Promise<Response> {
  const town = c.req.query('town') ?? ''
  const kind = machineKinds.find((one) => one === c.req.query('kind')) ?? null
  const view = await house.inWork(visitor, async (work) => {
    const towns = await readTowns(work)
    const all = await readMachines(work)
    const centre = towns.find(({ slug }) => slug === town)?.centre
    const machines = all.filter(
      (machine) =>
        (centre === undefined || machine.centre === centre) && (kind === null || machine.kind === kind),
    )
    const openings = await readOpenings(work, { from: work.now, to: work.now.add({ hours: 24 * days }) })
    const places = Map.groupBy(machines, ({ place }) => place.id)
    return {
      towns: towns.filter((one) => all.some((machine) => machine.centre === one.centre)),
      places: [...places.values()].flatMap((there) => {
        const place = there[0]?.place
        if (!place) return []
        const ofPlace = openings.filter((opening) => opening.place === place.id)
        return [{ place, machines: there, openings: ofPlace.slice(0, nextOpenings) }]
      }),
    }
  })
  const t = makersWords(c.var.lang)
  return answerPage(
    c,
    house,
    { title: t('make'), description: t('makeLead'), theme: 'training' },
    <MachinesPage lang={c.var.lang} {...view} town={town} kind={kind} now={house.now()} />,
  )
}

/** A machine one can still come to; null: none, or put away. */
async function machineOf(c: Ctx, house: House): Promise<Machine | null> {
  const machine = await house.inWork(visitor, (work) => readMachine(work, numberIn(c)))
  return machine?.status === 'in-service' ? machine : null
}

async function showMachine(c: Ctx, house: House, problem?: string, status?: number): Promise<Response> {
  const machine = await machineOf(c, house)
  if (!machine) return c.notFound()
  const view = await house.inWork(visitor, async (work) => {
    const window = { from: work.now, to: work.now.add({ hours: 24 * days }) }
    const openings = await readOpenings(work, { space: machine.space.id, ...window })
    return {
      week: await readWeek(work, machine, c.req.query('from')),
      openLabs: openings.filter(({ kind }) => kind === 'open-lab').slice(0, nextOpenLabs),
      sessions: await readInductionSessions(work, machine),
      photo: await hasPhoto(work, machine.id),
    }
  })
  const t = words(c.var.lang)
  return answerPage(
    c,
    house,
    {
      title: `${machine.name}, ${machine.place.city}`,
      description: t(`kind.${machine.kind}`),
      theme: 'training',
      ...(status && { status }),
    },
    <MachinePage
      lang={c.var.lang}
      machine={machine}
      {...view}
      now={house.now()}
      helpPhone={house.settings.phone}
      problem={problem}
    />,
  )
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
