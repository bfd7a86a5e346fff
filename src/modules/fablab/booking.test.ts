import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sealContact } from '#modules/people/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor, Work } from '#platform/work/index.ts'
import { authorise, withdrawAuthorisation } from './authorise.ts'
import { becomeMaker } from './become-maker.ts'
import { bookMachine } from './book-machine.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readBooking, readBookingsOfMaker } from './db/bookings.ts'
import { readMaker } from './db/makers.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'
import { markCame } from './mark-came.ts'
import { changeOpening, removeOpening } from './openings.ts'
import { returnToService, takeOutOfService } from './take-out-of-service.ts'
import { newTicket } from './ticket.ts'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
const morning = Temporal.Instant.from('2026-12-01T08:00:00Z')

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, morning)
  lab = await seedSmallLab(at.owner, world)
})
beforeEach(async () => {
  at.now = morning
  await at.owner.query('delete from fablab.makers')
  await at.owner.query(
    `delete from fablab.outages; delete from programme.sessions where space_id = ${lab.spaces.talks}`,
  )
})
afterAll(() => at.close())

const resident = (): Actor => ({ kind: 'resident', centre: world.centres.saintOuen })
const nadia = (): Actor => ({
  kind: 'member',
  member: world.members.nadia,
  role: 'coordinator',
  centre: world.centres.saintOuen,
  name: 'Nadia',
})
const as = <T>(actor: Actor, what: (work: Work) => Promise<T>) => at.house.inWork(actor, what)

let people = 0
async function newMaker(
  more: Partial<{ name: string; birthYear: number; adultName: string; kind: 'person' | 'group' }> = {},
) {
  const phone = `+3363998${String(++people).padStart(4, '0')}`
  const became = await as(resident(), (work) =>
    becomeMaker(work, {
      centre: world.centres.saintOuen,
      name: more.name ?? 'Yasmine',
      contact: sealContact(at.house.seal, { kind: 'phone', canonical: phone }),
      language: 'fr',
      throughHelper: false,
      kind: more.kind ?? 'person',
      birthYear: more.birthYear ?? null,
      adultName: more.adultName ?? null,
      ticket: newTicket(at.house.seal),
    }),
  )
  if (!became.ok) throw new Error(became.refusal)
  return became.value.maker
}
type Who = Awaited<ReturnType<typeof newMaker>>

const book = (
  maker: Who,
  machineId: number,
  startsAt: string,
  more: Partial<Parameters<typeof bookMachine>[1]> = {},
  actor = resident(),
) =>
  as(actor, (work) =>
    bookMachine(work, {
      machineId,
      maker,
      kind: 'make',
      startsAt: Temporal.Instant.from(startsAt),
      slots: 1,
      people: 1,
      source: 'web',
      ticket: newTicket(at.house.seal),
      orWait: false,
      ...more,
    }),
  )
const show = (maker: Who, inductionId: number) =>
  as(nadia(), (work) => authorise(work, { makerId: maker.id, inductionId }))
const booked = async (...asked: Parameters<typeof book>) => {
  const result = await book(...asked)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const told = async (kind: string, ref: number) =>
  (
    await at.owner.query(
      `select 1 from graphile_worker._private_jobs where payload ->> 'kind' = $1 and (payload ->> 'ref')::int = $2`,
      [kind, ref],
    )
  ).rows.length

test('Yasmine books a sewing machine with a first name and a phone, and pressing twice is one booking', async () => {
  const yasmine = await newMaker()
  const first = await booked(yasmine, lab.machines.sewing, '2026-12-01T10:00:00Z')
  expect(first).toMatchObject({ status: 'booked', again: false, rank: null })
  const second = await booked(yasmine, lab.machines.sewing, '2026-12-01T10:00:00Z')
  expect(second).toMatchObject({ id: first.id, again: true })
})

test('nobody uses the laser before having been shown it, and the day after being shown she books it', async () => {
  const yasmine = await newMaker()
  const refused = await book(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')
  expect(refused).toEqual({ ok: false, refusal: 'authorised-for-the-machine' })
  expect((await show(yasmine, lab.inductions.laser)).ok).toBe(true)
  expect((await booked(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')).status).toBe('booked')
})

test('an induction ends after its months, and lapses when the machine was not used for its months', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  const moved = (months: number) =>
    at.owner.query(
      `update fablab.authorisations set granted_at = granted_at - make_interval(months => $1),
        expires_at = expires_at - make_interval(months => $1)`,
      [months],
    )
  await moved(7)
  expect(await book(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')).toMatchObject({
    refusal: 'authorised-for-the-machine',
  })
  await at.owner.query(`update fablab.authorisations set last_used_at = '2026-10-01T10:00:00Z'`)
  expect((await book(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')).ok).toBe(true)
  await moved(6)
  expect(await book(yasmine, lab.machines.laser, '2026-12-01T12:00:00Z')).toMatchObject({
    refusal: 'authorised-for-the-machine',
  })
})

test('two machines of the same kind share the hours of a day: a twin is no way round the rule', async () => {
  const yasmine = await newMaker()
  await booked(yasmine, lab.machines.sewing, '2026-12-01T09:00:00Z', { slots: 2 })
  expect(await book(yasmine, lab.machines.twin, '2026-12-01T13:00:00Z', { slots: 2 })).toMatchObject({
    refusal: 'minutes-a-day',
  })
  await booked(yasmine, lab.machines.twin, '2026-12-01T13:00:00Z')
  expect(await book(yasmine, lab.machines.twin, '2026-12-02T13:00:00Z')).toMatchObject({
    refusal: 'bookings-ahead',
  })
})

test('a week holds no more than its hours, Monday first', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  await at.owner.query('update fablab.openings set supervisor_id = $1 where id = $2', [
    world.members.nadia,
    lab.openings.tomorrow,
  ])
  await booked(yasmine, lab.machines.laser, '2026-12-01T09:00:00Z', { slots: 2 })
  expect(await book(yasmine, lab.machines.laser, '2026-12-02T09:00:00Z', { slots: 2 })).toMatchObject({
    refusal: 'minutes-a-week',
  })
  expect((await book(yasmine, lab.machines.laser, '2026-12-02T09:00:00Z')).ok).toBe(true)
  await at.owner.query('delete from fablab.makers')
  await at.owner.query('update fablab.openings set supervisor_id = null where id = $1', [
    lab.openings.tomorrow,
  ])
})

test('nobody is alone with the laser, and a child is never alone in the lab', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  expect(await book(yasmine, lab.machines.laser, '2026-12-02T10:00:00Z')).toMatchObject({
    refusal: 'somebody-supervises',
  })
  const child = await newMaker({ name: 'Ilyès', birthYear: 2014, adultName: 'Karima' })
  expect(await book(child, lab.machines.sewing, '2026-12-02T10:00:00Z')).toMatchObject({
    refusal: 'somebody-supervises',
  })
  expect((await book(child, lab.machines.sewing, '2026-12-01T10:00:00Z')).ok).toBe(true)
  await show(child, lab.inductions.laser)
  expect(await book(child, lab.machines.laser, '2026-12-01T14:00:00Z')).toMatchObject({
    refusal: 'old-enough',
  })
})

test('a minor comes with a named adult, or not at all', async () => {
  const alone = as(resident(), (work) =>
    becomeMaker(work, {
      centre: world.centres.saintOuen,
      name: 'Ilyès',
      contact: sealContact(at.house.seal, { kind: 'phone', canonical: '+33639981234' }),
      language: 'fr',
      throughHelper: false,
      kind: 'person',
      birthYear: 2014,
      adultName: null,
      ticket: newTicket(at.house.seal),
    }),
  )
  expect(await alone).toEqual({ ok: false, refusal: 'adult-missing' })
})

test('one person is at one machine at a time, and one machine is with one person', async () => {
  const yasmine = await newMaker()
  const salima = await newMaker({ name: 'Salima' })
  await show(yasmine, lab.inductions.laser)
  await booked(yasmine, lab.machines.sewing, '2026-12-01T10:00:00Z')
  expect(await book(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')).toMatchObject({
    refusal: 'one-machine-at-a-time',
  })
  expect(await book(salima, lab.machines.sewing, '2026-12-01T10:00:00Z')).toMatchObject({
    refusal: 'slot-taken',
  })
})

test('bookings are of whole slots, inside an opening for bookings, and not too far ahead', async () => {
  const yasmine = await newMaker()
  const refusal = async (startsAt: string) => (await book(yasmine, lab.machines.sewing, startsAt)) as object
  expect(await refusal('2026-12-01T10:15:00Z')).toMatchObject({ refusal: 'whole-slots' })
  expect(await refusal('2026-12-01T17:00:00Z')).toMatchObject({ refusal: 'inside-an-opening' })
  expect(await refusal('2026-12-03T10:00:00Z')).toMatchObject({ refusal: 'inside-an-opening' })
  expect(await refusal('2026-12-01T07:00:00Z')).toMatchObject({ refusal: 'begun' })
})

test('who waits is given the machine in the order they asked, if they may still use it, and is told', async () => {
  const [yasmine, salima, karim] = [
    await newMaker(),
    await newMaker({ name: 'Salima' }),
    await newMaker({ name: 'Karim' }),
  ]
  const held = await booked(yasmine, lab.machines.sewing, '2026-12-01T14:00:00Z')
  const first = await booked(salima, lab.machines.sewing, '2026-12-01T14:00:00Z', { orWait: true })
  const second = await booked(karim, lab.machines.sewing, '2026-12-01T14:00:00Z', { orWait: true })
  expect([first, second]).toMatchObject([
    { status: 'waiting', rank: 1 },
    { status: 'waiting', rank: 2 },
  ])
  // Salima has taken another machine for that hour meanwhile: Karim is next.
  await booked(salima, lab.machines.twin, '2026-12-01T14:00:00Z')
  await as(resident(), (work) => cancelBooking(work, { bookingId: held.id, by: 'maker' }))
  const statusOf = async (id: number) => (await as(resident(), (work) => readBooking(work, id)))?.status
  expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['waiting', 'booked'])
  expect(await told('fablab.given', second.id)).toBe(1)
})

test('a talk in the room next door keeps the laser quiet, and a booked laser keeps the talk away', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  const talk = (hour: string) =>
    at.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, space_id, capacity, starts_at, ends_at)
       values ($1, $2, $3, $4, 10, $5::timestamptz, $5::timestamptz + interval '1 hour') returning id`,
      [
        world.centres.saintOuen,
        world.activities.scams,
        world.places.saintOuen,
        lab.spaces.talks,
        `2026-12-01T${hour}:00Z`,
      ],
    )
  const { rows } = await talk('14:00')
  expect(await book(yasmine, lab.machines.laser, '2026-12-01T14:00:00Z')).toMatchObject({
    refusal: 'room-in-use',
  })
  await booked(yasmine, lab.machines.laser, '2026-12-01T15:00:00Z')
  await expect(talk('15:30')).rejects.toMatchObject({ code: '23P01' })
  await at.owner.query('delete from programme.sessions where id = $1', [rows[0]?.id])
})

test('a workshop in the lab takes its machines, and gives them back when it is cancelled', async () => {
  const yasmine = await newMaker()
  const { rows } = await at.owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, space_id, capacity, starts_at, ends_at)
     values ($1, $2, $3, $4, 10, '2026-12-02T10:00:00Z', '2026-12-02T12:00:00Z') returning id`,
    [world.centres.saintOuen, world.activities.scams, world.places.saintOuen, lab.spaces.lab],
  )
  expect(await book(yasmine, lab.machines.sewing, '2026-12-02T11:00:00Z')).toMatchObject({
    refusal: 'slot-taken',
  })
  await at.owner.query(`update programme.sessions set status = 'cancelled' where id = $1`, [rows[0]?.id])
  expect((await book(yasmine, lab.machines.sewing, '2026-12-02T11:00:00Z')).ok).toBe(true)
  await at.owner.query('delete from programme.sessions where id = $1', [rows[0]?.id])
})

test('a machine breaks down: one booking goes to its twin, the other is cancelled, both people are told', async () => {
  const [yasmine, salima, karim] = [
    await newMaker(),
    await newMaker({ name: 'Salima' }),
    await newMaker({ name: 'Karim' }),
  ]
  const toMove = await booked(yasmine, lab.machines.sewing, '2026-12-01T14:00:00Z')
  const toCancel = await booked(salima, lab.machines.sewing, '2026-12-01T15:00:00Z')
  await booked(karim, lab.machines.twin, '2026-12-01T15:00:00Z')
  const outage = {
    machineId: lab.machines.sewing,
    from: Temporal.Instant.from('2026-12-01T13:00:00Z'),
    until: null,
    cause: 'breakdown' as const,
  }
  const done = await as(nadia(), (work) => takeOutOfService(work, outage))
  expect(done).toMatchObject({ ok: true, value: { moved: 1, cancelled: 1 } })
  const [moved, cancelled] = await as(resident(), (work) =>
    Promise.all([readBooking(work, toMove.id), readBooking(work, toCancel.id)]),
  )
  expect(moved).toMatchObject({
    status: 'booked',
    machine: lab.machines.twin,
    movedFrom: lab.machines.sewing,
  })
  expect(cancelled).toMatchObject({ status: 'cancelled', cancelledBy: 'outage' })
  expect([await told('fablab.moved', toMove.id), await told('fablab.cancelled', toCancel.id)]).toEqual([1, 1])
  const later = '2026-12-02T14:00:00Z'
  expect(await book(salima, lab.machines.sewing, later)).toMatchObject({ refusal: 'machine-in-service' })
  await as(nadia(), (work) => returnToService(work, { machineId: lab.machines.sewing }))
  expect((await book(salima, lab.machines.sewing, later)).ok).toBe(true)
})

test('a machine that works again goes to whoever waited for it all along', async () => {
  const [salima, amina] = [await newMaker({ name: 'Salima' }), await newMaker({ name: 'Amina' })]
  await booked(salima, lab.machines.laser, '2026-12-01T15:00:00Z', { kind: 'induction' })
  const waits = await booked(amina, lab.machines.laser, '2026-12-01T15:00:00Z', {
    kind: 'induction',
    orWait: true,
  })
  const statusOf = async () => (await as(resident(), (work) => readBooking(work, waits.id)))?.status
  await as(nadia(), (work) =>
    takeOutOfService(work, {
      machineId: lab.machines.laser,
      from: Temporal.Instant.from('2026-12-01T13:00:00Z'),
      until: null,
      cause: 'breakdown',
    }),
  )
  expect(await statusOf()).toBe('waiting')
  await as(nadia(), (work) => returnToService(work, { machineId: lab.machines.laser }))
  expect(await statusOf()).toBe('booked')
  expect(await told('fablab.given', waits.id)).toBe(1)
})

test('the lab closes or loses its supervisor: nobody is left outside without being told', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  const laser = await booked(yasmine, lab.machines.laser, '2026-12-01T10:00:00Z')
  const sewing = await booked(yasmine, lab.machines.sewing, '2026-12-01T14:00:00Z')
  const today = {
    spaceId: lab.spaces.lab,
    kind: 'bookable' as const,
    startsAt: Temporal.Instant.from('2026-12-01T09:00:00Z'),
    endsAt: Temporal.Instant.from('2026-12-01T17:00:00Z'),
  }
  const statuses = async () =>
    (await as(resident(), (work) => readBookingsOfMaker(work, yasmine.id))).map(({ status }) => status)
  await expect(
    at.owner.query('update fablab.openings set supervisor_id = null where id = $1', [lab.openings.today]),
  ).rejects.toMatchObject({ constraint: 'nobody_is_left_outside' })
  await as(nadia(), (work) =>
    changeOpening(work, { openingId: lab.openings.today, to: { ...today, supervisorId: null } }),
  )
  expect(await statuses()).toEqual(['cancelled', 'booked'])
  await as(nadia(), (work) =>
    changeOpening(work, {
      openingId: lab.openings.today,
      to: { ...today, supervisorId: world.members.nadia },
    }),
  )
  expect(await told('fablab.cancelled', laser.id)).toBe(1)
  const removed = await as(nadia(), (work) => removeOpening(work, { openingId: lab.openings.today }))
  expect(removed).toMatchObject({ value: { cancelled: 1 } })
  expect(await told('fablab.cancelled', sewing.id)).toBe(1)
  await at.owner.query(
    `insert into fablab.openings (centre_id, place_id, space_id, kind, starts_at, ends_at, supervisor_id)
     values ($1, $2, $3, 'bookable', '2026-12-01T09:00:00Z', '2026-12-01T17:00:00Z', $4)`,
    [world.centres.saintOuen, world.places.saintOuen, lab.spaces.lab, world.members.nadia],
  )
})

test('who was awaited twice and did not come waits two weeks, and a mark taken back lets her book again', async () => {
  const yasmine = await newMaker()
  const first = await booked(yasmine, lab.machines.sewing, '2026-12-01T09:00:00Z')
  const second = await booked(yasmine, lab.machines.sewing, '2026-12-01T11:00:00Z')
  at.now = Temporal.Instant.from('2026-12-01T12:30:00Z')
  for (const { id } of [first, second])
    await as(nadia(), (work) => markCame(work, { bookingId: id, came: 'absent' }))
  const again = () => book(yasmine, lab.machines.sewing, '2026-12-02T11:00:00Z')
  expect(await again()).toMatchObject({ refusal: 'a-pause-after-absences' })
  await as(nadia(), (work) => markCame(work, { bookingId: second.id, came: null }))
  expect((await again()).ok).toBe(true)
})

test('a school comes with the lab, under a named adult, and never through the public page', async () => {
  const school = await newMaker({ name: 'École Jean-Jaurès', kind: 'group', adultName: 'Mme Petit' })
  const class4 = { kind: 'group' as const, people: 24, source: 'lab' as const }
  await expect(book(school, lab.machines.printer, '2026-12-01T10:00:00Z', class4)).rejects.toMatchObject({
    code: '42501',
  })
  expect(await book(school, lab.machines.printer, '2026-12-02T10:00:00Z', class4, nadia())).toMatchObject({
    refusal: 'somebody-supervises',
  })
  expect((await book(school, lab.machines.printer, '2026-12-01T10:00:00Z', class4, nadia())).ok).toBe(true)
})

test('an authorisation taken back cancels what it allowed, and says so', async () => {
  const yasmine = await newMaker()
  await show(yasmine, lab.inductions.laser)
  const { id } = await booked(yasmine, lab.machines.laser, '2026-12-01T14:00:00Z')
  const withdrawn = await as(nadia(), (work) =>
    withdrawAuthorisation(work, { makerId: yasmine.id, inductionId: lab.inductions.laser }),
  )
  expect(withdrawn).toMatchObject({ value: { cancelled: 1 } })
  expect(await as(resident(), (work) => readBooking(work, id))).toMatchObject({
    cancelledBy: 'authorisation',
  })
  expect(await told('fablab.cancelled', id)).toBe(1)
})

test('another centre’s machine is unknown, and a maker of Saint-Ouen is nobody in Roubaix', async () => {
  const yasmine = await newMaker()
  const roubaix: Actor = { kind: 'resident', centre: world.centres.roubaix }
  expect(await as(roubaix, (work) => readMaker(work, yasmine.id))).toBeNull()
  const elsewhere = { ...yasmine, centre: world.centres.roubaix }
  expect(await book(elsewhere, lab.machines.sewing, '2026-12-01T10:00:00Z', {}, roubaix)).toMatchObject({
    refusal: 'machine-unknown',
  })
})
