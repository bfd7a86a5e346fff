import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keyOf } from '#modules/access/index.ts'
import { operations as programme } from '#modules/programme/api.ts'
import { purgeAnswers } from '#platform/api/idempotency.ts'
import { apiFaults, apiRoutes } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { operations as registrations } from './api.ts'

const all = [...programme, ...registrations]
const saintOuenKey = `maillage_${'s'.repeat(43)}`
const roubaixKey = `maillage_${'r'.repeat(43)}`

let there: TestHouse
let world: SmallWorld
let app: Routes
// biome-ignore lint/suspicious/noExplicitAny: an answer is read as a stranger would read it
let document: any

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  for (const [centre, key] of [
    [world.centres.saintOuen, saintOuenKey],
    [world.centres.roubaix, roubaixKey],
  ] as const)
    await there.owner.query(
      "insert into access.api_keys (centre_id, scope, key_hash, created_at) values ($1, 'plan', $2, now())",
      [centre, hashOf(key)],
    )
  app = createServer(there.house, [apiRoutes(there.house, all, keyOf)], apiFaults, () => false, [])
  document = await (await app.request('/api/v1/openapi.json')).json()
})
afterAll(() => there.close())

let number = 10
beforeEach(() => void number++)
const person = (over: object = {}) => ({
  name: 'Fatima',
  phone: `06 39 98 00 ${number}`,
  party: 1,
  language: 'fr',
  ...over,
})

interface Asked {
  method?: string
  body?: unknown
  raw?: BodyInit
  headers?: Record<string, string>
}

/** Asks as a partner's tool does, and checks that the answer is one the document promises. */
async function ask(path: string, { method = 'GET', body, raw, headers = {} }: Asked = {}) {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await app.request(`/api/v1${path}`, {
    method,
    headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  })
  const text = await response.text()
  const answer = JSON.parse(text)
  expectPromised(method, path, response, answer)
  return { status: response.status, headers: response.headers, body: answer, text }
}

function expectPromised(method: string, path: string, response: Response, answer: unknown) {
  const pattern = Object.keys(document.paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  )
  const promised = pattern && document.paths[pattern][method.toLowerCase()]
  if (!promised) return
  const answers = promised.responses[response.status]
  expect(answers, `${method} ${pattern} promises ${response.status}`).toBeDefined()
  const { schema } = answers.content[response.headers.get('content-type') ?? '']
  const inlined = JSON.parse(
    JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  )
  expect(z.fromJSONSchema(inlined).safeParse(answer).error?.issues ?? []).toEqual([])
}

const join = (session: number, body: object, headers: Record<string, string> = {}) =>
  ask(`/sessions/${session}/registrations`, { method: 'POST', body, headers })
const plan = (key: string) => ({ authorization: `Bearer ${key}` })
const later = (hours: number) => there.now.add({ hours }).toString()
const newSession = (over: object = {}) => ({
  activityId: world.activities.scams,
  placeId: world.places.saintOuen,
  startsAt: later(200),
  endsAt: later(202),
  capacity: 8,
  ...over,
})

describe('finding', () => {
  test('a tool reads a session with its place, its hours in the place’s zone and its texts', async () => {
    const { status, body, headers } = await ask(`/sessions/${world.sessions.scams}`)
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(body).toMatchObject({
      id: world.sessions.scams,
      title: 'Reconnaître un message piège',
      startsAt: '2026-12-01T12:00:00+01:00',
      timeZone: 'Europe/Paris',
      theme: 'discovery',
      format: 'workshop',
      capacity: 10,
      status: 'published',
      distanceMetres: null,
      activityId: world.activities.scams,
      placeId: world.places.saintOuen,
      place: {
        id: world.places.saintOuen,
        name: 'Le Lieu',
        city: 'Saint-Ouen-sur-Seine',
        postalCode: '93400',
        latitude: 48.9117,
      },
    })
    expect(body.texts.fr.bring).toBe('Rien.')
  })
  test.each(['999999', 'abc', '0', '-1', '99999999999', '%00', '1e3x'])(
    'nobody finds a session numbered « %s »',
    async (id) => {
      const { status, body } = await ask(`/sessions/${id}`)
      expect(status).toBe(404)
      expect(body.errors).toEqual([])
    },
  )
  test('a problem is told in the language of the one who asks, French first', async () => {
    expect((await ask('/sessions/999999')).body.title).toBe('Introuvable')
    expect((await ask('/sessions/999999', { headers: { 'accept-language': 'en-US,en' } })).body.title).toBe(
      'Not found',
    )
    expect((await ask('/sessions/999999', { headers: { 'accept-language': 'ar' } })).body.title).toBe(
      'غير موجود',
    )
  })
  test('an address nobody serves, and a method nobody serves there, are problems too', async () => {
    expect((await ask('/nothing')).body).toMatchObject({ status: 404, code: 'not-found' })
    const patched = await ask(`/sessions/${world.sessions.scams}`, { method: 'PUT', body: {} })
    expect([patched.status, patched.headers.get('allow')]).toEqual([405, 'GET, PATCH, DELETE'])
  })
})

describe('joining', () => {
  test('somebody joins, sees her registration behind its link, and cancels it, twice being once', async () => {
    const joined = await join(world.sessions.scams, person())
    expect([joined.status, joined.body.status, joined.body.rank]).toEqual([201, 'confirmed', null])
    expect(Object.keys(joined.body).sort()).toEqual(['id', 'party', 'rank', 'sessionId', 'status', 'token'])
    const address = `/registrations/${joined.body.token}`
    expect(joined.headers.get('location')).toBe(`/api/v1${address}`)
    expect((await ask(address)).body).toMatchObject({
      id: joined.body.id,
      name: 'Fatima',
      party: 1,
      status: 'confirmed',
      session: { id: world.sessions.scams },
    })
    for (const _ of [1, 2]) {
      const cancelled = await ask(address, { method: 'DELETE' })
      expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled'])
    }
  })
  test('the same person and session is the same registration, with the same link', async () => {
    const [first, second] = [
      await join(world.sessions.scams, person()),
      await join(world.sessions.scams, person({ name: ' FATIMA ' })),
    ]
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
  })
  test('two people share a phone, and both join', async () => {
    const [first, second] = [
      await join(world.sessions.scams, person()),
      await join(world.sessions.scams, person({ name: 'Karim' })),
    ]
    expect(second.body.id).not.toBe(first.body.id)
  })
  test('a full session answers with a rank', async () => {
    await join(world.sessions.video, person({ party: 2 }))
    expect((await join(world.sessions.video, person({ name: 'Karim' }))).body).toMatchObject({
      status: 'waitlisted',
      rank: 1,
    })
    const third = await join(world.sessions.video, person({ name: 'Lin' }))
    expect(third.body).toMatchObject({ status: 'waitlisted', rank: 2 })
    expect((await ask(`/registrations/${third.body.token}`)).body.rank).toBe(2)
  })
  test.each([
    [{ phone: undefined }, 422, 'phone', 'contact-missing'],
    [{ phone: '06 39 98' }, 422, 'phone', 'phone-too-short'],
    [{ phone: 'call me' }, 422, 'phone', 'phone-malformed'],
    [{ phone: undefined, email: 'nobody' }, 422, 'email', 'email-malformed'],
    [{ name: undefined }, 422, 'name', 'required'],
    [{ name: ' \u202e ' }, 422, 'name', 'required'],
    [{ name: 'x'.repeat(10_000) }, 422, 'name', 'too-big'],
    [{ name: 12 }, 422, 'name', 'type'],
    [{ party: 0 }, 422, 'party', 'too-small'],
    [{ party: 7 }, 422, 'party', 'too-big'],
    [{ party: 1.5 }, 422, 'party', 'type'],
    [{ party: '2' }, 422, 'party', 'type'],
    [{ language: 'xx' }, 422, 'language', 'value'],
  ])('what cannot be understood is told beside its field: %j', async (over, status, field, code) => {
    const answer = await join(world.sessions.scams, person(over))
    expect(answer.status).toBe(status)
    expect(answer.body.errors).toMatchObject([{ field, code }])
    expect(answer.body.errors[0].detail).toMatch(/\p{L}/u)
  })
  test('a party larger than the room, a cancelled session and a started one are refused in words', async () => {
    expect((await join(world.sessions.video, person({ party: 3 }))).body).toMatchObject({
      status: 422,
      code: 'party-too-large',
      errors: [{ field: 'party' }],
    })
    const { rows } = await there.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, status) values
        ($1, $2, $3, $4, $5, 5, 'cancelled'), ($1, $2, $3, $6, $4, 5, 'published') returning id`,
      [
        world.centres.saintOuen,
        world.activities.scams,
        world.places.saintOuen,
        later(5),
        later(6),
        later(-1),
      ],
    )
    expect((await join(rows[0].id, person())).body).toMatchObject({ status: 409, code: 'session-cancelled' })
    expect((await join(rows[1].id, person())).body).toMatchObject({ status: 409, code: 'session-started' })
    expect((await join(999_999, person())).body).toMatchObject({ status: 404 })
  })
  test('a hostile name is kept as the letters it has, and nothing in it acts', async () => {
    const name = '<script>alert(1)</script>\u202eaimaT\u0000'
    const { body } = await join(world.sessions.scams, person({ name }))
    expect((await ask(`/registrations/${body.token}`)).body.name).toBe('<script>alert(1)</script> aimaT')
  })
  test.each(['x', 'A'.repeat(22), '%2e%2e', `${'A'.repeat(21)}%00`])(
    'a forged link opens nothing: %s',
    async (token) => {
      for (const method of ['GET', 'DELETE'])
        expect((await ask(`/registrations/${token}`, { method })).status).toBe(404)
    },
  )
})

describe('what is not a request', () => {
  const address = () => `/sessions/${world.sessions.scams}/registrations`
  const post = (raw: BodyInit, headers = {}) => ask(address(), { method: 'POST', raw, headers })
  test('half a JSON, no JSON, and bytes of another encoding are malformed', async () => {
    expect((await post('{"name": ')).body).toMatchObject({ status: 400, code: 'malformed-json' })
    expect((await post('')).body).toMatchObject({ status: 400 })
    expect((await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).body).toMatchObject({
      status: 400,
      code: 'malformed-text',
    })
  })
  test.each(['null', '[]', '"x"', '12', '{"__proto__":{"name":"x"}}'])(
    'a JSON that is not an answer to the question is told so: %s',
    async (raw) => {
      expect((await post(raw)).status).toBe(422)
    },
  )
  test('a form is not JSON, and a body over 64 kB is too large', async () => {
    expect((await post('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    const large = 'x'.repeat(70_000)
    expect((await post(JSON.stringify(person({ name: large })), { 'content-length': '70100' })).status).toBe(
      413,
    )
  })
})

describe('planning', () => {
  test('a tool with a key plans a session, moves it, resizes it and cancels it', async () => {
    const headers = plan(saintOuenKey)
    const created = await ask('/sessions', { method: 'POST', body: newSession(), headers })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      capacity: 8,
      seatsLeft: 8,
      status: 'published',
      placeId: world.places.saintOuen,
    })
    const address = `/sessions/${created.body.id}`
    expect(created.headers.get('location')).toBe(`/api/v1${address}`)
    const moved = await ask(address, {
      method: 'PATCH',
      body: { startsAt: '2026-12-20T10:00:00+04:00', capacity: 9 },
      headers,
    })
    expect(moved.body).toMatchObject({
      startsAt: '2026-12-20T07:00:00+01:00',
      endsAt: '2026-12-20T09:00:00+01:00',
      capacity: 9,
    })
    for (const _ of [1, 2])
      expect((await ask(address, { method: 'DELETE', headers })).body).toMatchObject({ status: 'cancelled' })
    expect((await ask(address, { method: 'PATCH', body: { capacity: 3 }, headers })).body).toMatchObject({
      status: 409,
      code: 'session-cancelled',
    })
  })
  test('without a key, with a forged or a withdrawn one, nothing is planned', async () => {
    const body = newSession()
    for (const headers of [
      {},
      plan('x'),
      plan(`maillage_${'x'.repeat(43)}`),
      { authorization: 'Basic eDp4' },
    ]) {
      const answer = await ask('/sessions', { method: 'POST', body, headers })
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="Maillage"',
      ])
      for (const method of ['PATCH', 'DELETE'])
        expect((await ask(`/sessions/${world.sessions.scams}`, { method, body: {}, headers })).status).toBe(
          401,
        )
    }
    await there.owner.query(
      "insert into access.api_keys (centre_id, scope, key_hash, created_at, revoked_at) values ($1, 'plan', $2, now(), now())",
      [world.centres.saintOuen, hashOf(`maillage_${'w'.repeat(43)}`)],
    )
    expect(
      (await ask('/sessions', { method: 'POST', body, headers: plan(`maillage_${'w'.repeat(43)}`) })).status,
    ).toBe(401)
  })
  test('the key of a centre changes nothing of another', async () => {
    const headers = plan(roubaixKey)
    for (const [method, body] of [
      ['PATCH', { capacity: 4 }],
      ['DELETE', undefined],
    ] as const)
      expect((await ask(`/sessions/${world.sessions.scams}`, { method, body, headers })).body).toMatchObject({
        status: 403,
        code: 'other-centre',
      })
    expect((await ask('/sessions', { method: 'POST', body: newSession(), headers })).body).toMatchObject({
      status: 422,
      code: 'place-unknown',
    })
    expect((await ask('/sessions/999999', { method: 'DELETE', headers })).status).toBe(404)
  })
  test.each([
    [{ activityId: 999_999 }, 'activityId', 'activity-unknown'],
    [{ placeId: 999_999 }, 'placeId', 'place-unknown'],
    [{ endsAt: '2026-12-01T00:00:00Z' }, 'endsAt', 'ends-before-it-starts'],
    [{ startsAt: '2026-12-20T10:00:00' }, 'startsAt', 'format'],
    [{ startsAt: 'tomorrow' }, 'startsAt', 'format'],
    [{ capacity: 0 }, 'capacity', 'too-small'],
    [{ capacity: undefined }, 'capacity', 'required'],
  ])('a session that cannot be is refused beside its field: %j', async (over, field, code) => {
    const { status, body } = await ask('/sessions', {
      method: 'POST',
      body: newSession(over),
      headers: plan(saintOuenKey),
    })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ field, code }])
  })
  test('a misspelt change, and fewer seats than are taken, change nothing', async () => {
    await join(world.sessions.scams, person({ party: 3 }))
    const change = (body: object) =>
      ask(`/sessions/${world.sessions.scams}`, { method: 'PATCH', body, headers: plan(saintOuenKey) })
    expect((await change({ capasity: 3 })).body.errors).toMatchObject([
      { field: 'capasity', code: 'unknown' },
    ])
    expect((await change({ capacity: 1 })).body).toMatchObject({
      status: 409,
      errors: [{ field: 'capacity', code: 'capacity-below-taken' }],
    })
  })
})

describe('asking again', () => {
  const sessions = async () =>
    Number((await there.owner.query('select count(*) as n from programme.sessions')).rows[0].n)
  const create = (body: object, key: string) =>
    ask('/sessions', { method: 'POST', body, headers: { ...plan(saintOuenKey), 'idempotency-key': key } })

  test('the same key and body act once and get the same answer, for seven days', async () => {
    const before = await sessions()
    const body = newSession()
    const [first, second] = [await create(body, 'once'), await create(body, 'once')]
    expect([second.status, second.text]).toEqual([first.status, first.text])
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await sessions()).toBe(before + 1)
    const begun = there.now
    try {
      there.now = begun.add({ hours: 24 * 7 - 1 })
      expect((await create(body, 'once')).text).toBe(first.text)
      there.now = begun.add({ hours: 24 * 7 + 1 })
      expect((await create(newSession(), 'once')).body.id).not.toBe(first.body.id)
    } finally {
      there.now = begun
    }
  })
  test('two at the same time, with one key, plan one session', async () => {
    const before = await sessions()
    const body = newSession()
    const answers = await Promise.all(Array.from({ length: 4 }, () => create(body, 'together')))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await sessions()).toBe(before + 1)
  })
  test('the same key with another body is refused', async () => {
    await create(newSession(), 'other')
    expect((await create(newSession({ capacity: 9 }), 'other')).body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    })
  })
  test('a refusal is not kept: once mended, the request is done', async () => {
    expect((await create(newSession({ capacity: 0 }), 'mended')).status).toBe(422)
    expect((await create(newSession({ placeId: 999_999 }), 'mended')).status).toBe(422)
    expect((await create(newSession(), 'mended')).status).toBe(201)
  })
  test('a key of another centre, and another address, are other requests', async () => {
    await create(newSession(), 'mine')
    const roubaix = await ask('/sessions', {
      method: 'POST',
      body: newSession({ placeId: world.places.roubaix }),
      headers: { ...plan(roubaixKey), 'idempotency-key': 'mine' },
    })
    expect([roubaix.status, roubaix.headers.get('idempotent-replayed')]).toEqual([201, null])
    expect((await join(world.sessions.scams, person(), { 'idempotency-key': 'mine' })).status).toBe(201)
  })
  test('whoever joins twice with one key gets the same link, and the answer lies sealed', async () => {
    const body = person({ name: 'Odette' })
    const [first, second] = [
      await join(world.sessions.scams, body, { 'idempotency-key': 'j' }),
      await join(world.sessions.scams, body, { 'idempotency-key': 'j' }),
    ]
    expect(second.text).toBe(first.text)
    const { rows } = await there.owner.query('select answer_sealed from platform.idempotency')
    for (const row of rows) expect(row.answer_sealed?.includes(first.body.token)).toBe(false)
  })
  test.each(['', 'x'.repeat(256), 'a b'])('a key that is not one is malformed: « %s »', async (key) => {
    expect((await create(newSession(), key)).body).toMatchObject({
      status: 400,
      code: 'idempotency-key-malformed',
    })
  })
  test('answers older than seven days are forgotten in the night', async () => {
    const begun = there.now
    there.now = begun.add({ hours: 24 * 30 })
    try {
      expect(await there.house.inWork({ kind: 'system', centre: null }, purgeAnswers)).toBeGreaterThan(0)
      expect((await there.owner.query('select from platform.idempotency')).rowCount).toBe(0)
    } finally {
      there.now = begun
    }
  })
})

test('the document names every operation, with what each may answer', () => {
  const named = Object.entries<Record<string, { operationId: string; responses: object }>>(
    document.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`,
    ),
  )
  expect(named.sort()).toEqual(all.map(({ method, path, id }) => `${method} ${path} ${id}`).sort())
  expect(document.openapi).toBe('3.1.0')
  expect(document.components.schemas.NewRegistration.required).toEqual(['name'])
})
