import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cancelBooking } from '#modules/fablab/cancel-booking.ts'
import { readBooking, readRank } from '#modules/fablab/db/bookings.ts'
import { type SmallLab, seedSmallLab } from '#modules/fablab/lab.fixture.ts'
import { makersOf } from '#modules/fablab/makers.fixture.ts'
import { composers } from '#modules/fablab/messages.ts'
import { previewOutage, returnToService, takeOutOfService } from '#modules/fablab/take-out-of-service.ts'
import { jobs as messagingJobs } from '#modules/messaging/jobs.ts'
import { segmentsOf } from '#platform/messages/fitting.ts'
import type { Driver, Outgoing } from '#platform/messages/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { createApp } from '../src/app.tsx'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
let here: ReturnType<typeof makersOf>
let nadia: Actor
const received: Outgoing[] = []
const driver: Driver = {
  name: 'recording',
  async send(message) {
    received.push(message)
    return { receipt: `receipt-${received.length}` }
  },
}
/** Four in the afternoon, in Paris. */
const herHour = '2026-12-01T15:00:00Z'
const moment = (text: string) => Temporal.Instant.from(text)

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  lab = await seedSmallLab(at.owner, world)
  nadia = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
})
afterAll(() => at.close())
beforeEach(async () => {
  at.now = moment('2026-12-01T08:00:00Z')
  await at.owner.query(
    'delete from fablab.makers; delete from fablab.outages; delete from graphile_worker._private_jobs',
  )
  received.length = 0
  here = makersOf(at, world.centres.saintOuen)
})

/** The post: every message that waits leaves. */
async function post(): Promise<void> {
  const deliver = messagingJobs(at.house, composers(at.house), { sms: driver, email: driver })[
    'messaging.deliver'
  ]
  const { rows } = await at.owner.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'messaging.deliver' returning j.payload`,
  )
  for (const { payload } of rows) await deliver?.(payload, { attempt: 1, lastAttempt: false })
}
/** The laser has no twin: whoever waits for it waits for this one. Salima has the hour, Amina waits. */
async function aminaWaits(language = 'fr') {
  const salima = await here.newMaker('Salima')
  const held = await here.book(salima, lab.machines.laser, herHour, { kind: 'induction' })
  const amina = await here.newMaker('Amina', language)
  const waiting = await here.waits(amina, lab.machines.laser, herHour, { kind: 'induction' })
  await post()
  received.length = 0
  return { held: held.ok ? held.value.id : 0, waiting }
}
const stop = (from: string, until: string | null) =>
  at.house.inWork(nadia, (work) =>
    takeOutOfService(work, {
      machineId: lab.machines.laser,
      from: moment(from),
      until: until === null ? null : moment(until),
      cause: 'breakdown',
    }),
  )
const stopped = () =>
  received.filter(({ body }) => /hors service|out of service|متوقفة/i.test(body)).map(({ body }) => body)

test('a machine stops over the hour she waits for: she is told once, keeps her rank, and may choose another', async () => {
  const { waiting } = await aminaWaits()
  expect((await stop('2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z')).ok).toBe(true)
  await post()
  expect(stopped()).toEqual([
    expect.stringMatching(
      /^Machine hors service : Découpe laser, mardi 1er décembre, 16 h\. Vous gardez votre rang.*\/bookings\/[\w-]{22}$/,
    ),
  ])
  const rank = await at.house.inWork(nadia, async (work) => {
    const booking = await readBooking(work, waiting.id)
    return booking && readRank(work, booking)
  })
  expect(rank).toBe(1)
})

test('the link in her message says why, keeps her in the queue, and leads to the other hours', async () => {
  const { waiting } = await aminaWaits()
  const page = async () => {
    const link = `http://localhost/bookings/${at.house.seal.open(waiting.tokenSealed)}`
    return (await createApp(at.house).request(link, { headers: { 'accept-language': 'fr' } })).text()
  }
  const others = `href="/machines/${lab.machines.laser}#hours"`
  expect(await page()).not.toContain(others)
  await stop('2026-12-01T13:00:00Z', null)
  const html = await page()
  expect(html).toContain('La machine est hors service à cette heure-là. Vous gardez votre rang')
  expect(html).toContain('la 1re personne')
  expect(html).toContain(others)
  expect(html).toContain('Je n’attends plus')
})

test('an outage that is prolonged, or noted again, says nothing twice', async () => {
  await aminaWaits()
  await stop('2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z')
  await post()
  await stop('2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z')
  await stop('2026-12-01T12:00:00Z', '2026-12-05T00:00:00Z')
  await stop('2026-12-01T14:00:00Z', null)
  await post()
  expect(stopped()).toHaveLength(1)
})

test('an outage that first spares her hour, and is prolonged over it, is told then', async () => {
  await aminaWaits()
  await stop('2026-12-01T09:00:00Z', '2026-12-01T15:00:00Z')
  await post()
  expect(stopped()).toEqual([])
  await stop('2026-12-01T09:00:00Z', '2026-12-02T00:00:00Z')
  await post()
  expect(stopped()).toHaveLength(1)
})

test('it works again and stops again: she is told of the second outage too, and of the hour in between', async () => {
  const { waiting } = await aminaWaits()
  await stop('2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z')
  await post()
  // Salima's hour was cancelled by the outage: Amina has it as soon as the machine works again.
  await at.house.inWork(nadia, (work) => returnToService(work, { machineId: lab.machines.laser }))
  await post()
  expect(await here.statusOf(waiting)).toBe('booked')
  expect(received.map(({ body }) => body.split(':')[0]?.trim())).toEqual(
    ['Annulé', 'Machine hors service', 'C’est libre pour vous'].map((words) => words.replace('’', "'")),
  )
  const third = await here.newMaker('Karim')
  await here.waits(third, lab.machines.laser, herHour, { kind: 'induction' })
  await stop('2026-12-01T14:00:00Z', null)
  await post()
  expect(stopped()).toHaveLength(2)
})

test('nobody is told of an outage that is over before the message leaves, nor who waits no more', async () => {
  const { waiting } = await aminaWaits()
  await stop('2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z')
  await here.as(here.resident, (work) => cancelBooking(work, { bookingId: waiting.id, by: 'maker' }))
  await post()
  expect(stopped()).toEqual([])
})

test('before stopping a machine, the team reads who waits for it as well as who is moved', async () => {
  const { held, waiting } = await aminaWaits()
  const span = { machineId: lab.machines.laser, from: moment('2026-12-01T13:00:00Z'), until: null }
  const seen = await at.house.inWork(nadia, (work) => previewOutage(work, span))
  expect(seen?.homes.map(({ booking }) => booking.id)).toEqual([held])
  expect(seen?.waiting.map(({ id }) => id)).toEqual([waiting.id])
})

test.each([
  ['fr', /service : Découpe laser, .* Vous gardez votre rang/],
  ['en', /service: Découpe laser, .* You keep your place/],
  ['ar', /متوقفة: .* دورك محفوظ/],
] as const)('she reads it in her language (%s), in two SMS at most', async (language, said) => {
  await aminaWaits(language)
  await stop('2026-12-01T13:00:00Z', null)
  await post()
  const [body = ''] = stopped()
  expect(body).toMatch(said)
  expect(body).toContain('/bookings/')
  expect(segmentsOf(body)).toBeLessThanOrEqual(2)
})
