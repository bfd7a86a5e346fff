import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keyOf } from '#modules/access/index.ts'
import { apiFaults, apiRoutes } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { operations } from './api.ts'
import { authorise } from './authorise.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
let app: Routes
beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  lab = await seedSmallLab(at.owner, world)
  app = createServer(at.house, [apiRoutes(at.house, operations, keyOf)], apiFaults, () => false, [])
})
beforeEach(() => at.owner.query('delete from fablab.makers; delete from people.residents'))
afterAll(() => at.close())

/** Asks as a partner's tool does; the answer as a stranger reads it. */
async function ask(path: string, body?: object) {
  const response = await app.request(`/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
    ...(body && { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as a stranger would read it
  return { status: response.status, body: (await response.json()) as any }
}
const yasmine = { name: 'Yasmine', phone: '06 39 98 00 10' }
const book = (machine: number, startsAt: string, more: object = yasmine) =>
  ask(`/machines/${machine}/bookings`, { startsAt, ...more })

/** A maker who was shown the laser, by her link. */
async function shown(): Promise<{ makerToken: string; id: number }> {
  await book(lab.machines.sewing, '2026-12-01T16:00:00Z')
  const { rows } = await at.owner.query('select id, token_sealed from fablab.makers')
  const id = Number(rows[0]?.id)
  await at.house.inWork(
    {
      kind: 'member',
      member: world.members.nadia,
      role: 'coordinator',
      centre: world.centres.saintOuen,
      name: 'Nadia',
    },
    (work) => authorise(work, { makerId: id, inductionId: lab.inductions.laser }),
  )
  return { makerToken: at.house.seal.open(rows[0]?.token_sealed), id }
}

test('a tool lists machines and free hours, books one for somebody, reads and cancels it', async () => {
  const { body } = await ask('/machines')
  expect(body.machines.map(({ name }: { name: string }) => name)).toContain('Machine à coudre 1')
  const slots = await ask(`/machines/${lab.machines.sewing}/slots`)
  expect(slots.body.slots[0]).toEqual({
    startsAt: '2026-12-01T09:00:00Z',
    endsAt: '2026-12-01T10:00:00Z',
    supervised: true,
  })
  const booked = await book(lab.machines.sewing, '2026-12-01T09:00:00Z')
  expect(booked).toMatchObject({ status: 201, body: { status: 'booked', rank: null } })
  const again = await book(lab.machines.sewing, '2026-12-01T09:00:00Z')
  expect(again.body.token).toBe(booked.body.token)
  const { token } = booked.body
  expect((await ask(`/bookings/${token}`)).body.status).toBe('booked')
  expect((await ask(`/bookings/${token}/cancellation`, {})).body.status).toBe('cancelled')
  expect((await ask(`/bookings/${token}`)).body.status).toBe('cancelled')
})

/** What a tool may try, and the rule it meets. */
const attempts: [rule: string, machine: keyof SmallLab['machines'], startsAt: string, more: object][] = [
  ['authorised-for-the-machine', 'laser', '2026-12-01T10:00:00Z', {}],
  ['authorised-for-the-machine', 'printer', '2026-12-01T10:00:00Z', {}],
  ['inside-an-opening', 'sewing', '2026-12-01T18:00:00Z', {}],
  ['inside-an-opening', 'sewing', '2026-12-03T10:00:00Z', {}],
  ['whole-slots', 'sewing', '2026-12-01T10:20:00Z', {}],
  ['begun', 'sewing', '2026-11-30T10:00:00Z', {}],
  ['minutes-a-day', 'sewing', '2026-12-01T10:00:00Z', { slots: 4 }],
  ['somebody-supervises', 'laser', '2026-12-02T10:00:00Z', { kind: 'induction' }],
  [
    'old-enough',
    'laser',
    '2026-12-01T10:00:00Z',
    { kind: 'induction', birthYear: 2015, adultName: 'Karima' },
  ],
  ['adult-missing', 'sewing', '2026-12-01T10:00:00Z', { birthYear: 2015 }],
  ['birth-year-unlikely', 'sewing', '2026-12-01T10:00:00Z', { birthYear: 1990, adultName: 'Karima' }],
  ['contact-missing', 'sewing', '2026-12-01T10:00:00Z', { phone: undefined }],
  ['maker-unknown', 'sewing', '2026-12-01T10:00:00Z', { makerToken: 'x'.repeat(22) }],
]
test.for(attempts)('a tool cannot get round « %s »', async ([rule, machine, startsAt, more]) => {
  const answer = await book(lab.machines[machine], startsAt, { ...yasmine, ...more })
  expect(answer.status).toBeGreaterThanOrEqual(404)
  expect(answer.body).toMatchObject({ type: expect.stringContaining(rule) })
  expect((await at.owner.query('select 1 from fablab.bookings')).rows).toEqual([])
})

test('a tool cannot make a booking a school’s, nor its own invention', async () => {
  const answer = await book(lab.machines.sewing, '2026-12-01T10:00:00Z', { ...yasmine, kind: 'group' })
  expect(answer.status).toBe(422)
})

test('the link of whoever was shown the laser opens it, and only for her own hours', async () => {
  const { makerToken, id } = await shown()
  const laser = (startsAt: string, more: object = {}) =>
    book(lab.machines.laser, startsAt, { makerToken, ...more })
  // Her name and number alone prove nothing.
  expect((await book(lab.machines.laser, '2026-12-01T10:00:00Z')).body.type).toContain(
    'authorised-for-the-machine',
  )
  expect((await laser('2026-12-01T10:00:00Z', { slots: 2 })).status).toBe(201)
  expect((await laser('2026-12-01T13:00:00Z')).body.type).toContain('minutes-a-day')
  expect((await book(lab.machines.sewing, '2026-12-01T10:00:00Z', { makerToken })).body.type).toContain(
    'one-machine-at-a-time',
  )
  await at.owner.query('delete from fablab.bookings')
  await at.owner.query(
    `update fablab.authorisations set granted_at = '2026-01-01T00:00:00Z', expires_at = '2026-11-30T00:00:00Z' where maker_id = $1`,
    [id],
  )
  expect((await laser('2026-12-01T10:00:00Z')).body.type).toContain('authorised-for-the-machine')
})

test('a taken hour is refused, or waited for with a rank, and the freed hour is given', async () => {
  const first = await book(lab.machines.sewing, '2026-12-01T14:00:00Z')
  const karim = { name: 'Karim', phone: '06 39 98 00 11' }
  expect((await book(lab.machines.sewing, '2026-12-01T14:00:00Z', karim)).body.type).toContain('slot-taken')
  const waiting = await book(lab.machines.sewing, '2026-12-01T14:00:00Z', { ...karim, orWait: true })
  expect(waiting.body).toMatchObject({ status: 'waiting', rank: 1 })
  await ask(`/bookings/${first.body.token}/cancellation`, {})
  expect((await ask(`/bookings/${waiting.body.token}`)).body.status).toBe('booked')
})

test('whoever types another’s name and number is not told what she has, nor given her booking', async () => {
  const first = await book(lab.machines.sewing, '2026-12-01T09:00:00Z')
  expect(first.status).toBe(201)
  // Later than a form sent twice: the same hour again, another machine at that hour, and more hours than her share.
  await at.owner.query(`update fablab.bookings set booked_at = booked_at - interval '1 hour'`)
  const tries: [machine: keyof SmallLab['machines'], startsAt: string, more: object][] = [
    ['sewing', '2026-12-01T09:00:00Z', {}],
    ['twin', '2026-12-01T09:00:00Z', {}],
    ['sewing', '2026-12-01T10:00:00Z', { slots: 3 }],
  ]
  for (const [machine, startsAt, more] of tries) {
    const answer = await book(lab.machines[machine], startsAt, { ...yasmine, ...more })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ type: expect.stringContaining('ask-your-link') })
    expect(JSON.stringify(answer.body)).not.toContain(first.body.token)
  }
})
