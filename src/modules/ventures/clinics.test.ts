import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { clinicLinkRoutes } from './clinic-link-routes.tsx'
import { clinicComposers } from './clinic-messages.ts'
import { clinicRoutes } from './clinic-routes.tsx'
import { readBookingsOfClinic, writeCame } from './db/clinic-bookings.ts'
import { readClinicFigures } from './db/clinics.ts'
import { readFounders } from './db/founders.ts'
import { freeSlots, slotsOf } from './domain/clinic.ts'
import { founderLinkRoutes } from './founder-link-routes.tsx'
import { founderRoutes } from './founder-routes.tsx'
import { cancelClinic, type OpenClinic, openClinic } from './open-clinic.ts'
import { readOpenHours } from './read-clinics.ts'

let there: TestHouse
let world: SmallWorld
let room: number
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const { rows } = await there.owner.query(
    'select id from network.spaces where centre_id = $1 order by id limit 1',
    [world.centres.saintOuen],
  )
  room = rows[0].id
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from('2026-12-01T08:00:00Z')
  await there.owner.query(
    'delete from ventures.clinic_bookings; delete from ventures.founders; delete from ventures.clinics; delete from ventures.clinic_figures; delete from graphile_worker._private_jobs',
  )
})

const server = () => {
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  for (const routes of [clinicRoutes, clinicLinkRoutes, founderRoutes, founderLinkRoutes])
    app.route('/', routes(there.house))
  return app
}
const get = (path: string) => server().request(`http://localhost${path}`)
const post = (path: string, fields: Record<string, string> = {}) =>
  server().request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const nadia = () =>
  ({
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }) as const

/** A clinic of three slots on Thursday the 10th, at the hours of Paris. */
const wish = (more: Partial<OpenClinic> = {}): OpenClinic => ({
  centre: world.centres.saintOuen,
  subject: 'law',
  host: null,
  expert: 'Maître Diallo, Barreau',
  languages: ['fr'],
  room,
  day: Temporal.PlainDate.from('2026-12-10'),
  from: Temporal.PlainTime.from('06:00'),
  to: Temporal.PlainTime.from('07:30'),
  slotMinutes: 30,
  ...more,
})
async function aClinic(more: Partial<OpenClinic> = {}): Promise<number> {
  const opened = await there.house.inWork(nadia(), (work) => openClinic(work, wish(more)))
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value.id
}
const slot = (hour: string) => `2026-12-10T${hour}:00Z`
const booked = async (clinic: number) =>
  (await there.house.inWork(nadia(), (work) => readBookingsOfClinic(work, clinic))).map(
    ({ name, status, startsAt }) => `${name} ${status}${startsAt ? ` ${startsAt}` : ''}`,
  )
const book = (clinic: number, fields: Record<string, string> = {}) =>
  post(`/founders/clinics/${clinic}`, {
    slot: slot('05:00'),
    topic: 'legal-form',
    name: 'Samia',
    contact: '06 12 34 56 78',
    ...fields,
  })
const sent = async () =>
  (
    await there.owner.query(
      `select payload->>'kind' as kind, payload->>'ref' as ref from graphile_worker._private_jobs order by id`,
    )
  ).rows.map(({ kind }) => kind as string)
const linkOf = async (clinic: number, name: string) => {
  const bookings = await there.house.inWork(nadia(), (work) => readBookingsOfClinic(work, clinic))
  const one = bookings.find((booking) => booking.name === name)
  return `/founders/clinics/bookings/${one ? there.house.seal.open(one.tokenSealed) : ''}`
}

test('slots are as many as fit between two hours, and those taken or past are not free', () => {
  const clinic = {
    startsAt: Temporal.Instant.from('2026-12-10T05:00:00Z'),
    endsAt: Temporal.Instant.from('2026-12-10T06:40:00Z'),
    slotMinutes: 30,
    cancelled: false,
  } as never
  expect(slotsOf(clinic).map(String)).toEqual([
    '2026-12-10T05:00:00Z',
    '2026-12-10T05:30:00Z',
    '2026-12-10T06:00:00Z',
  ])
  const now = Temporal.Instant.from('2026-12-10T05:10:00Z')
  expect(freeSlots(clinic, [Temporal.Instant.from('2026-12-10T06:00:00Z')], now).map(String)).toEqual([
    '2026-12-10T05:30:00Z',
  ])
})

test('a resident books an hour by a first name and a phone, and the answer leaves by message', async () => {
  const clinic = await aClinic()
  const answer = await book(clinic)
  expect(answer.headers.get('location')).toBe('/founders/clinics/sent')
  expect(await booked(clinic)).toEqual(['Samia booked 2026-12-10T05:00:00Z'])
  expect(await sent()).toEqual(['ventures.clinic-booked', 'ventures.clinic-reminder'])
  const page = await (await get(`/founders/clinics/${clinic}`)).text()
  expect(page).not.toContain(slot('05:00'))
  expect(page).toContain(slot('05:30'))
  expect(await (await get(await linkOf(clinic, 'Samia'))).text()).toContain('Quel statut choisir')
})

test('an hour just taken is said, with everything typed kept', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const late = await book(clinic, { name: 'Fatou', contact: '06 12 34 56 79' })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('Quelqu’un vient de prendre cette heure')
  expect(page).toContain('value="Fatou"')
  const empty = await book(clinic, { slot: '', topic: '', name: '', contact: '06' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Choisissez une heure')
})

test('who types the phone of another learns nothing of her appointments', async () => {
  const [morning, later] = [
    await aClinic(),
    await aClinic({ from: Temporal.PlainTime.from('20:00'), to: Temporal.PlainTime.from('21:00') }),
  ]
  await book(morning)
  const curious = await book(later, { slot: slot('19:00'), name: 'Curieux' })
  expect(curious.headers.get('location')).toBe('/founders/clinics/sent')
  expect(await booked(later)).toEqual([])
  // Whoever owns the phone is told that one a day is the rule, with her own link.
  expect((await sent()).at(-1)).toBe('ventures.clinic-again')
  // An hour that is taken is refused in the same way to hers and to any other phone; so is a day that is over.
  const hers = await book(morning)
  const other = await book(morning, { contact: '06 12 34 56 72' })
  expect([hers.status, other.status]).toEqual([409, 409])
  there.now = Temporal.Instant.from('2026-12-11T08:00:00Z')
  const wait = { slot: 'wait' }
  const late = [await book(morning, wait), await book(morning, { ...wait, contact: '06 12 34 56 72' })]
  expect(late.map(({ status }) => status)).toEqual([409, 409])
})

test('an hour that was held stays held: nobody gives it back, moves it or calls it off afterwards', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const hers = await linkOf(clinic, 'Samia')
  there.now = Temporal.Instant.from('2026-12-10T08:00:00Z')
  await post(`${hers}/cancellation`)
  const late = await there.house.inWork(nadia(), (work) => cancelClinic(work, clinic))
  expect(late).toMatchObject({ ok: false })
  expect(await booked(clinic)).toEqual(['Samia booked 2026-12-10T05:00:00Z'])
  expect(await sent()).not.toContain('ventures.clinic-called-off')
})

test('the database refuses a second expert on one day, a third one ahead, an hour that is none, and one that is past', async () => {
  const clinics = [
    await aClinic(),
    await aClinic({ day: Temporal.PlainDate.from('2026-12-11') }),
    await aClinic({ day: Temporal.PlainDate.from('2026-12-12') }),
    await aClinic({ from: Temporal.PlainTime.from('20:00'), to: Temporal.PlainTime.from('21:00') }),
  ]
  await book(clinics[0] ?? 0)
  const raw = (clinic: number, at: string, now = '2026-12-01T08:00:00Z') =>
    there.owner.query(
      `insert into ventures.clinic_bookings (centre_id, clinic_id, starts_at, status, topic, name, language, contact_key, token_hash, token_sealed, booked_at)
       select centre_id, $1, $2, 'booked', 'contract', 'Samia', 'fr', contact_key, gen_random_uuid()::text::bytea, token_sealed, $3 from ventures.clinic_bookings limit 1`,
      [clinic, at, now],
    )
  await expect(raw(clinics[3] ?? 0, slot('19:00'))).rejects.toMatchObject({ constraint: 'one-a-day' })
  await expect(raw(clinics[1] ?? 0, '2026-12-11T05:10:00Z')).rejects.toMatchObject({
    constraint: 'slot-unknown',
  })
  await expect(raw(clinics[1] ?? 0, '2026-12-11T07:00:00Z')).rejects.toMatchObject({
    constraint: 'slot-unknown',
  })
  await expect(raw(clinics[1] ?? 0, '2026-12-11T05:00:00Z', '2026-12-11T05:00:00Z')).rejects.toMatchObject({
    constraint: 'clinic-over',
  })
  await raw(clinics[1] ?? 0, '2026-12-11T05:00:00Z')
  await expect(raw(clinics[2] ?? 0, '2026-12-12T05:00:00Z')).rejects.toMatchObject({
    constraint: 'two-ahead',
  })
})

test('when all is taken one waits; an hour given back is told to whoever waits, and the first to take it has it', async () => {
  const clinic = await aClinic({ to: Temporal.PlainTime.from('06:30') })
  await book(clinic)
  await book(clinic, { slot: 'wait', name: 'Awa', contact: '06 12 34 56 70' })
  await book(clinic, { slot: 'wait', name: 'Rose', contact: '06 12 34 56 71' })
  const [hers, awas, roses] = [
    await linkOf(clinic, 'Samia'),
    await linkOf(clinic, 'Awa'),
    await linkOf(clinic, 'Rose'),
  ]
  expect((await post(`${awas}/slots`, { slot: slot('05:00') })).status).toBe(409)
  await post(`${hers}/cancellation`)
  await post(`${hers}/cancellation`)
  expect((await sent()).filter((kind) => kind === 'ventures.clinic-free')).toHaveLength(2)
  expect((await post(`${roses}/slots`, { slot: slot('05:00') })).status).toBe(303)
  expect((await post(`${awas}/slots`, { slot: slot('05:00') })).status).toBe(409)
  expect(await booked(clinic)).toEqual(['Rose booked 2026-12-10T05:00:00Z', 'Awa waiting'])
})

const bookAtOnce = async (clinic: number) => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      book(clinic, { name: `N${n}`, contact: `06 12 34 57 ${String(n).padStart(2, '0')}` }),
    ),
  )
  const { rows } = await there.owner.query(
    `select count(*)::int as n from ventures.clinic_bookings where clinic_id = $1 and status = 'booked' and starts_at = $2`,
    [clinic, slot('05:00')],
  )
  return { kept: answers.filter(({ status }) => status === 303).length, held: rows[0].n as number }
}

test('fifty people press at the same time for one hour: one has it, forty-nine read that it is taken', async () => {
  const clinic = await aClinic()
  expect(await bookAtOnce(clinic)).toEqual({ kept: 1, held: 1 })
})

test('without the guards of the database the same fifty would overfill it: the test sees it', async () => {
  const clinic = await aClinic()
  await there.owner.query('drop index ventures.one_person_per_slot')
  await there.owner.query('alter table ventures.clinic_bookings disable trigger guards')
  try {
    let most = 0
    for (let round = 0; round < 8 && most < 2; round += 1) {
      await there.owner.query('delete from ventures.clinic_bookings')
      most = (await bookAtOnce(clinic)).held
    }
    expect(most).toBeGreaterThan(1)
  } finally {
    await there.owner.query('delete from ventures.clinic_bookings')
    await there.owner.query('alter table ventures.clinic_bookings enable trigger guards')
    await there.owner.query(
      "create unique index one_person_per_slot on ventures.clinic_bookings (clinic_id, starts_at) where status = 'booked'",
    )
  }
})

test('whoever receives and the room are held: a second clinic there is refused, at the same time too', async () => {
  const host = world.members.nadia
  const opening = () =>
    there.house
      .inWork(nadia(), (work) => openClinic(work, wish({ host, expert: '' })))
      .then((opened) => (opened.ok ? 'opened' : opened.refusal))
  const answers = await Promise.all(Array.from({ length: 8 }, opening))
  expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1)
  expect(new Set(answers)).toEqual(new Set(['opened', 'clash']))
  const { rows } = await there.owner.query(
    "select resource from network.occupations where by_kind = 'clinic' order by resource",
  )
  expect(rows.map(({ resource }) => resource)).toEqual(['host', 'space'])
})

test('a colleague of another centre cannot be made to receive here', async () => {
  const theirs = wish({ host: world.members.rox, expert: '' })
  expect(await there.house.inWork(nadia(), (work) => openClinic(work, theirs))).toMatchObject({
    refusal: 'host-unknown',
  })
})

test('a clinic called off frees its room and tells everybody, once', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const calledOff = () => there.house.inWork(nadia(), (work) => cancelClinic(work, clinic))
  expect(await calledOff()).toMatchObject({ ok: true, value: { told: 1 } })
  expect(await calledOff()).toMatchObject({ ok: false })
  expect((await sent()).filter((kind) => kind === 'ventures.clinic-called-off')).toHaveLength(1)
  expect(await aClinic()).toBeGreaterThan(clinic)
})

test('who came is counted without a name; the mark is taken back; thirty days later nobody knows who', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const [one] = await there.house.inWork(nadia(), (work) => readBookingsOfClinic(work, clinic))
  const mark = (came: 'present' | null) =>
    there.house.inWork(nadia(), (work) =>
      writeCame(work, { booking: one?.id ?? 0, clinic, came, member: world.members.nadia }),
    )
  const figures = () => there.house.inWork(nadia(), readClinicFigures)
  await mark('present')
  expect(await figures()).toMatchObject([{ subject: 'law', booked: 1, came: 1 }])
  await mark(null)
  expect(await figures()).toMatchObject([{ subject: 'law', booked: 1, came: 0 }])
})

test('a message says what is true when it leaves, in the language of who reads it', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const [one] = await there.house.inWork(nadia(), (work) => readBookingsOfClinic(work, clinic))
  const compose = clinicComposers(there.house)
  const told = (kind: string) =>
    there.house.inWork({ kind: 'system', centre: world.centres.saintOuen }, async (work) =>
      compose[`ventures.clinic-${kind}`]?.(work, one?.id ?? 0, 0),
    )
  expect((await told('booked'))?.body).toMatch(/jeudi 10 décembre.*6\s?h/)
  expect(await told('waiting')).toBeNull()
  // The reminder of another hour than the one she has now.
  expect(await told('reminder')).toBeNull()
  await post(`${await linkOf(clinic, 'Samia')}/cancellation`)
  expect(await told('booked')).toBeNull()
})

test('another centre sees no appointment; a forged link opens none', async () => {
  const clinic = await aClinic()
  await book(clinic)
  const roubaix = { ...nadia(), centre: world.centres.roubaix, member: world.members.rox }
  expect(await there.house.inWork(roubaix, (work) => readBookingsOfClinic(work, clinic))).toEqual([])
  expect(await there.house.inWork({ kind: 'visitor' }, (work) => readBookingsOfClinic(work, clinic))).toEqual(
    [],
  )
  const [hours] = await there.house.inWork({ kind: 'visitor' }, (work) => readOpenHours(work, { id: clinic }))
  expect(hours?.free).toHaveLength(2)
  for (const token of ['rien', 'A'.repeat(22)]) {
    expect((await get(`/founders/clinics/bookings/${token}`)).status).toBe(404)
    expect((await post(`/founders/clinics/bookings/${token}/cancellation`)).status).toBe(404)
  }
})

/** A founder of Saint-Ouen, and her page. */
async function herPage(): Promise<string> {
  await post('/founders', {
    centre: 'saint-ouen',
    idea: 'Des gâteaux pour les fêtes.',
    stage: 'idea',
    sector: 'food',
    name: 'Samia',
    contact: '06 12 34 56 78',
  })
  const [founder] = await there.house.inWork(nadia(), readFounders)
  return `/founders/me/${founder ? there.house.seal.open(founder.tokenSealed) : ''}`
}

test('a founder books from her page, in her centre only', async () => {
  const [page, clinic] = [await herPage(), await aClinic()]
  const wanted = { clinic: String(clinic), slot: slot('05:00'), topic: 'legal-form' }
  expect((await post(`${page}/clinics`, wanted)).headers.get('location')).toBe(page)
  expect(await booked(clinic)).toEqual(['Samia booked 2026-12-10T05:00:00Z'])
  // No page offers her a clinic of another centre; written by hand, it is one nobody knows.
  await there.owner.query(
    `insert into ventures.clinics (centre_id, subject, expert, place_id, starts_at, ends_at, slot_minutes)
     select $1, 'law', 'Maître Far', min(id), '2026-12-14T09:00Z', '2026-12-14T10:00Z', 30 from network.places where centre_id = $1`,
    [world.centres.roubaix],
  )
  const { rows } = await there.owner.query('select max(id) as id from ventures.clinics')
  const far = { ...wanted, clinic: String(rows[0].id), slot: '2026-12-14T09:00:00Z' }
  expect((await post(`${page}/clinics`, far)).status).toBe(404)
})

test('a founder who erases everything gives her hour to whoever waits', async () => {
  const [page, clinic] = [await herPage(), await aClinic({ to: Temporal.PlainTime.from('06:30') })]
  await post(`${page}/clinics`, { clinic: String(clinic), slot: slot('05:00'), topic: 'legal-form' })
  await book(clinic, { slot: 'wait', name: 'Awa', contact: '06 12 34 56 70' })
  expect((await post(`${page}/erasures`, { sure: 'yes' })).status).toBe(303)
  expect(await booked(clinic)).toEqual(['Awa waiting'])
  expect(await sent()).toContain('ventures.clinic-free')
  expect(await there.house.inWork(nadia(), readClinicFigures)).toMatchObject([{ subject: 'law', booked: 0 }])
})
