import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { bookingCalendar } from './booking-calendar.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readBookingByLink, readRank } from './db/bookings.ts'
import { readMachine } from './db/machines.ts'
import { readMaker } from './db/makers.ts'
import { centreOfBooking } from './link.ts'
import { keepToItself, linkUnknown, noIndex, saidRefusal } from './makers-frame.tsx'
import { makersWords } from './makers-words.ts'
import { BookingPage } from './pages/booking.tsx'

/** One booking, behind its link. */
export function bookingRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/bookings/:token', (c) => show(c, house))
  app.get('/bookings/:token/booking.ics', async (c) => {
    const read = await readByLink(c, house)
    if (!read) return linkUnknown(c, house)
    keepToItself(c)
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(bookingCalendar(read.booking, read.machine, house.settings.publicUrl))
  })
  app.get('/bookings/:token/cancellation', (c) =>
    c.redirect(`/bookings/${encodeURIComponent(c.req.param('token'))}`, 302),
  )
  app.post('/bookings/:token/cancellation', async (c) => {
    const token = c.req.param('token')
    const centre = await centreOfBooking(house, token)
    if (centre === null) return linkUnknown(c, house)
    const cancelled = await house.inWork({ kind: 'resident', centre }, async (work) => {
      const booking = await readBookingByLink(work, hashOf(token))
      return cancelBooking(work, { bookingId: booking?.id ?? 0, by: 'maker' })
    })
    if (cancelled.ok) return c.redirect(`/bookings/${token}`, 303)
    const { status, error } = saidRefusal(c, cancelled.refusal)
    return show(c, house, error.message, status)
  })
  return app
}

async function readByLink(c: Ctx, house: House) {
  const token = c.req.param('token') ?? ''
  const centre = await centreOfBooking(house, token)
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const booking = await readBookingByLink(work, hashOf(token))
    const machine = booking && (await readMachine(work, booking.machine))
    const maker = booking && (await readMaker(work, booking.maker))
    if (!booking || !machine || !maker) return null
    const rank = booking.status === 'waiting' ? await readRank(work, booking) : null
    return { booking, machine, name: maker.name, rank }
  })
}

async function show(c: Ctx, house: House, problem: string | null = null, status?: number): Promise<Response> {
  const read = await readByLink(c, house)
  if (!read) return linkUnknown(c, house)
  keepToItself(c)
  const t = makersWords(c.var.lang)
  return answerPage(
    c,
    house,
    {
      title: read.machine.name,
      theme: 'training',
      width: 'narrow',
      head: noIndex,
      ...(status && { status }),
    },
    <BookingPage
      lang={c.var.lang}
      token={c.req.param('token') ?? ''}
      {...read}
      now={house.now()}
      problem={problem}
      notice={c.req.query('again') === 'yes' ? t('already') : null}
    />,
  )
}
