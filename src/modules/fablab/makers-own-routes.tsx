import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { bookMachine } from './book-machine.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readBooking } from './db/bookings.ts'
import { readMakerByLink } from './db/makers.ts'
import { ownBookingForm } from './domain/maker-forms.ts'
import type { Maker } from './domain/vocabulary.ts'
import { eraseMaker } from './erase-maker.ts'
import { numberIn } from './lab-frame.tsx'
import { centreOfMaker } from './link.ts'
import { keepToItself, linkUnknown, noIndex, saidRefusal } from './makers-frame.tsx'
import { makersWords } from './makers-words.ts'
import { MakerPage } from './pages/maker.tsx'
import { MakerMachinePage } from './pages/maker-machine.tsx'
import { readOwnPage } from './read-maker-page.ts'
import { readWeek } from './read-slots.ts'
import type { Refusal } from './refusals.ts'
import { newTicket } from './ticket.ts'

const tokenOf = (c: Ctx) => c.req.param('token') ?? ''

/** The page of somebody who uses machines, behind her link. */
export function ownRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/makers/:token', (c) => show(c, house))
  app.get('/makers/:token/machines/:id{[0-9]+}', (c) => showMachine(c, house, numberIn(c)))
  // Addresses forms were posted to, opened again: the page they belong to.
  for (const path of ['/makers/:token/:noun{bookings|erasures}', '/makers/:token/bookings/:id/cancellation'])
    app.get(path, (c) => c.redirect(`/makers/${encodeURIComponent(tokenOf(c))}`, 302))

  app.post('/makers/:token/bookings', (c) => book(c, house))
  app.post('/makers/:token/bookings/:id{[0-9]+}/cancellation', async (c) => {
    const cancelled = await holding(c, house, async (work, maker) => {
      const booking = await readBooking(work, numberIn(c))
      return cancelBooking(work, {
        bookingId: booking?.maker === maker.id ? booking.id : 0,
        by: 'maker',
      })
    })
    if (!cancelled) return linkUnknown(c, house)
    if (cancelled.ok) return c.redirect(`/makers/${tokenOf(c)}`, 303)
    const { status, error } = saidRefusal(c, cancelled.refusal)
    return show(c, house, error.message, status)
  })
  app.post('/makers/:token/erasures', async (c) => {
    const erased = await holding(c, house, async (work, maker) => {
      await eraseMaker(work, maker)
      return true
    })
    return erased ? c.redirect('/makers/erased', 303) : linkUnknown(c, house)
  })
  return app
}

/** Does something as whoever holds the link; null when it opens nobody's. */
async function holding<T>(
  c: Ctx,
  house: House,
  act: (work: Work, maker: Maker) => Promise<T>,
): Promise<T | null> {
  const centre = await centreOfMaker(house, tokenOf(c))
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const maker = await readMakerByLink(work, hashOf(tokenOf(c)))
    return maker ? act(work, maker) : null
  })
}

async function show(c: Ctx, house: House, problem: string | null = null, status?: number) {
  const page = await holding(c, house, readOwnPage)
  if (!page) return linkUnknown(c, house)
  keepToItself(c)
  const just = page.coming.find(({ id }) => String(id) === c.req.query('booked')) ?? null
  return answerPage(
    c,
    house,
    {
      title: makersWords(c.var.lang)('myMachines'),
      theme: 'training',
      head: noIndex,
      ...(status && { status }),
    },
    <MakerPage
      lang={c.var.lang}
      {...page}
      address={`/makers/${tokenOf(c)}`}
      now={house.now()}
      justBooked={just}
      problem={problem}
    />,
  )
}

async function showMachine(
  c: Ctx,
  house: House,
  id: number,
  refused: { refusal: Refusal; at: Temporal.Instant | null; status: number } | null = null,
) {
  const read = await holding(c, house, async (work, maker) => {
    const page = await readOwnPage(work, maker)
    const own = page.machines.find(({ machine }) => machine.id === id)
    return { page, own, week: own && (await readWeek(work, own.machine, c.req.query('from'))) }
  })
  if (!read) return linkUnknown(c, house)
  if (!read.own || !read.week) return c.notFound()
  keepToItself(c)
  return answerPage(
    c,
    house,
    {
      title: read.own.machine.name,
      theme: 'training',
      width: 'narrow',
      head: noIndex,
      ...(refused && { status: refused.status, errors: true }),
    },
    <MakerMachinePage
      lang={c.var.lang}
      address={`/makers/${tokenOf(c)}`}
      page={read.page}
      own={read.own}
      week={read.week}
      now={house.now()}
      refused={refused}
    />,
  )
}

async function book(c: Ctx, house: House): Promise<Response> {
  const form = await readForm(c, ownBookingForm)
  const at = form.ok ? (form.value.at ?? form.value.wait ?? null) : null
  if (!form.ok || !at) return show(c, house, makersWords(c.var.lang)('slotUnknown'), 422)
  const { machine, slots, wait } = form.value
  const booked = await holding(c, house, (work, maker) =>
    bookMachine(work, {
      maker,
      machineId: machine,
      kind: form.value.for,
      startsAt: at,
      slots: wait ? 1 : slots,
      people: 1,
      source: 'web',
      ticket: newTicket(house.seal),
      orWait: wait !== undefined,
    }),
  )
  if (!booked) return linkUnknown(c, house)
  if (booked.ok) return c.redirect(`/makers/${tokenOf(c)}?booked=${booked.value.id}`, 303)
  const { status } = saidRefusal(c, booked.refusal)
  return showMachine(c, house, machine, { refusal: booked.refusal, at, status })
}
