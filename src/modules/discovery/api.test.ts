import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { keyOf } from '#modules/access/index.ts'
import { apiFaults, apiRoutes, openApiDocument } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { operations } from './api.ts'
import { loadCommunes } from './load-communes.ts'

let there: TestHouse
let world: SmallWorld
let app: Routes
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await there.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
  app = createServer(there.house, [apiRoutes(there.house, operations, keyOf)], apiFaults, () => false, [])
}, 60_000)
afterAll(() => there.close())

interface List {
  sessions: { id: number; distanceMetres: number | null }[]
  next: string | null
}

async function ask(query: string, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/v1/sessions${query}`, { headers })
  const body = (await response.json()) as List & {
    code: string
    errors: { field: string; code: string; detail: string }[]
  }
  if (response.status === 200) {
    const { responses } =
      (
        openApiDocument(operations, '').paths as Record<
          string,
          Record<string, { responses: Record<string, unknown> }>
        >
      )['/sessions']?.get ?? {}
    expect(Object.keys(responses ?? {})).toContain('200')
    const { schema } = operations[0]?.answers[200] ?? {}
    expect((schema as z.ZodType).safeParse(body).error?.issues ?? []).toEqual([])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  }
  return { status: response.status, body, ids: body.sessions?.map(({ id }) => id) ?? [] }
}

test('without a place, a tool reads every session to come, by date, page by page', async () => {
  const { scams, video, roubaix } = world.sessions
  const whole = await ask('')
  expect([whole.ids, whole.body.next, whole.body.sessions[0]?.distanceMetres]).toEqual([
    [scams, video, roubaix],
    null,
    null,
  ])
  const first = await ask('?limit=2')
  expect(first.ids).toEqual([scams, video])
  const second = await ask(`?limit=2&after=${first.body.next}`)
  expect([second.ids, second.body.next]).toEqual([[roubaix], null])
})

test('around a postal code or a town, the nearest come first with their distance', async () => {
  const { scams, video, roubaix } = world.sessions
  const near = await ask('?near=59100')
  expect(near.ids).toEqual([roubaix, scams, video])
  expect(near.body.sessions[0]?.distanceMetres).toBeLessThan(3000)
  expect(near.body.sessions[1]?.distanceMetres).toBeGreaterThan(190_000)
  expect((await ask('?near=saint ouen sur seine')).ids[0]).toBe(scams)
  const first = await ask('?near=59100&limit=1')
  expect((await ask(`?near=59100&limit=1&after=${first.body.next}`)).ids).toEqual([scams])
})

test('a need, a theme and a format narrow the list, by date and around a place', async () => {
  for (const near of ['', '&near=93400']) {
    expect((await ask(`?need=scams${near}`)).ids.sort()).toEqual(
      [world.sessions.scams, world.sessions.roubaix].sort(),
    )
    expect((await ask(`?theme=training${near}`)).ids).toEqual([])
    expect((await ask(`?theme=discovery&format=workshop${near}`)).ids).toHaveLength(3)
  }
})

test.each([
  ['?limit=0', 'limit', 'too-small'],
  ['?limit=101', 'limit', 'too-big'],
  ['?limit=ten', 'limit', 'type'],
  ['?need=nothing', 'need', 'value'],
  ['?theme=nothing', 'theme', 'value'],
  ['?after=nothing', 'after', 'after-unknown'],
  ['?near=93400&after=bnVsbA', 'after', 'after-unknown'],
  ['?near=Xyzzyville-les-Rien', 'near', 'near-unknown'],
  [`?near=${'x'.repeat(200)}`, 'near', 'too-big'],
])('a question nobody can answer is refused beside its field: %s', async (query, field, code) => {
  const { status, body } = await ask(query)
  expect(status).toBe(422)
  expect(body.errors[0]).toMatchObject({ field, code })
})

test('two towns of one name are given to choose from, and each choice then answers', async () => {
  await there.owner.query(
    "insert into discovery.communes (code, name, search_key, departement, population) values ('01999', 'Jumelle', 'jumelle', '01', 900), ('83999', 'Jumelle', 'jumelle', '83', 800)",
  )
  const { status, body } = await ask('?near=Jumelle', { 'accept-language': 'en' })
  expect([status, body.code]).toEqual([422, 'near-which'])
  expect(body.errors.length).toBeGreaterThan(1)
  expect((await ask(`?near=${encodeURIComponent(body.errors[0]?.detail ?? '')}`)).status).toBe(200)
})

test.each([
  '?near=%00',
  '?near=%ff%fe',
  "?near=' or 1=1",
  '?near=<script>',
  '?near=\u202e',
  '?near=&need=',
  '?limit=5&limit=6',
])('a hostile question is answered calmly: %s', async (query) => {
  expect([200, 422]).toContain((await ask(query)).status)
})
