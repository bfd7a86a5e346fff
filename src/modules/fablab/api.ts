import { z } from 'zod'
import { type AnyOperation, anybody, type Input, operation } from '#platform/api/index.ts'
import { hashOf } from '#platform/seal/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import { bookByLink, bookByNameAndContact } from './api-bookings.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readBookingByLink, readRank } from './db/bookings.ts'
import { readMachine, readMachines } from './db/machines.ts'
import { readFreeSlots } from './free-slots.ts'
import { centreOfBooking } from './link.ts'
import {
  bookingShown,
  freeSlots,
  machineList,
  machineShown,
  newBooking,
  showMachine,
} from './machine-json.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

const number = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const link = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

/** The refusals an operation names, with the status and the field the pages give them too. */
const refusalsOf = <const R extends Refusal>(...names: R[]) =>
  Object.fromEntries(
    names.map((name) => {
      const { status, field } = answerTo(name)
      return [name, { status, ...(field ? { field } : {}) }]
    }),
  ) as Record<R, { status: 404 | 409 | 410 | 422; field?: string }>

const say = (lang: Input<object, object, object>['lang'], refusal: Refusal) =>
  words(lang)(answerTo(refusal).word)

const rules = [
  'machine-in-service',
  'inside-an-opening',
  'whole-slots',
  'not-too-far-ahead',
  'groups-come-as-groups',
  'authorised-for-the-machine',
  'old-enough',
  'somebody-supervises',
  'minutes-a-day',
  'minutes-a-week',
  'bookings-ahead',
  'a-pause-after-absences',
  'slot-taken',
  'one-machine-at-a-time',
  'ask-your-link',
  'room-in-use',
  'begun',
  'too-many-people',
] as const

/** Machines, their free hours, and booking them: the pages’ use cases and the same rules, for machines. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'listMachines',
    method: 'GET',
    path: '/machines',
    summary: 'The machines of every FabLab, with what each asks for.',
    query: z.object({ placeId: z.coerce.number().int().min(1).optional() }),
    answers: { 200: { meaning: 'The machines.', schema: machineList } },
    refusals: {},
    say: () => '',
    who: anybody,
    async run(work, { query, lang }) {
      const machines = await readMachines(work, query.placeId === undefined ? {} : { place: query.placeId })
      return done({ status: 200, body: { machines: machines.map((machine) => showMachine(machine, lang)) } })
    },
  }),
  operation({
    id: 'getMachine',
    method: 'GET',
    path: '/machines/{id}',
    summary: 'One machine.',
    params: number,
    answers: { 200: { meaning: 'The machine.', schema: machineShown } },
    refusals: refusalsOf('machine-unknown'),
    say,
    who: anybody,
    async run(work, { params, lang }) {
      const machine = await readMachine(work, params.id)
      return machine
        ? done({ status: 200, body: showMachine(machine, lang) })
        : refuse({ refusal: 'machine-unknown' })
    },
  }),
  operation({
    id: 'listFreeSlots',
    method: 'GET',
    path: '/machines/{id}/slots',
    summary: 'The hours of a machine that are free in the two weeks to come.',
    params: number,
    answers: { 200: { meaning: 'The free slots, soonest first.', schema: freeSlots } },
    refusals: refusalsOf('machine-unknown'),
    say,
    who: anybody,
    async run(work, { params }) {
      const machine = await readMachine(work, params.id)
      if (!machine) return refuse({ refusal: 'machine-unknown' })
      const slots = await readFreeSlots(work, machine)
      return done({
        status: 200,
        body: {
          slots: slots.map(({ startsAt, endsAt, supervised }) => ({
            startsAt: startsAt.toString(),
            endsAt: endsAt.toString(),
            supervised,
          })),
        },
      })
    },
  }),
  operation({
    id: 'bookMachine',
    method: 'POST',
    path: '/machines/{id}/bookings',
    summary:
      'Books a machine, under the rules the pages follow: as somebody with a name and a contact, or, for machines that ask for an induction, with the link of the maker who had it. The same maker and slot: the same booking again.',
    params: number,
    body: newBooking,
    answers: { 201: { meaning: 'The booking. `Location` is its address.', schema: bookingShown } },
    refusals: refusalsOf(
      'machine-unknown',
      'maker-unknown',
      ...rules,
      'adult-missing',
      'birth-year-unlikely',
      'contact-missing',
      'phone-too-short',
      'phone-too-long',
      'phone-malformed',
      'email-malformed',
    ),
    say,
    async who({ house, params }) {
      const machine = await house.inWork({ kind: 'visitor' }, (work) => readMachine(work, params.id))
      return machine && { actor: { kind: 'resident', centre: machine.centre }, known: machine }
    },
    async run(work, { body, lang, house }, machine) {
      const booked = await (body.makerToken === undefined
        ? bookByNameAndContact(work, body, machine, { lang, house })
        : bookByLink(work, body, machine, { house, makerToken: body.makerToken }))
      if (!booked.ok) return booked
      const token = house.seal.open(booked.value.tokenSealed)
      return done({
        status: 201,
        body: { token, status: booked.value.status, rank: booked.value.rank },
        headers: { location: `/api/v1/bookings/${token}` },
      })
    },
  }),
  operation({
    id: 'cancelBooking',
    method: 'POST',
    path: '/bookings/{token}/cancellation',
    summary: 'Cancels a booking, or leaves its waiting list. Twice is once.',
    params: link,
    answers: { 200: { meaning: 'It is cancelled.', schema: bookingShown } },
    refusals: refusalsOf('booking-unknown', 'booking-over'),
    say,
    who: holder,
    async run(work, { params }) {
      const booking = await readBookingByLink(work, hashOf(params.token))
      if (!booking) return refuse({ refusal: 'booking-unknown' })
      const cancelled = await cancelBooking(work, { bookingId: booking.id, by: 'maker' })
      return cancelled.ok
        ? done({ status: 200, body: { token: params.token, status: 'cancelled', rank: null } })
        : cancelled
    },
  }),
  operation({
    id: 'getBooking',
    method: 'GET',
    path: '/bookings/{token}',
    summary: 'The booking a link opens.',
    params: link,
    answers: { 200: { meaning: 'The booking.', schema: bookingShown } },
    refusals: refusalsOf('booking-unknown'),
    say,
    who: holder,
    async run(work, { params }) {
      const booking = await readBookingByLink(work, hashOf(params.token))
      if (!booking) return refuse({ refusal: 'booking-unknown' })
      const rank = booking.status === 'waiting' ? await readRank(work, booking) : null
      return done({ status: 200, body: { token: params.token, status: booking.status, rank } })
    },
  }),
]

/** The holder of a link, in the centre the link belongs to. */
async function holder({ house, params }: Input<{ token: string }, object, object>) {
  const centre = await centreOfBooking(house, params.token)
  return centre === null ? null : { actor: { kind: 'resident' as const, centre }, known: null }
}
