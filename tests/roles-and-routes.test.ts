import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { createApp } from '../src/app.tsx'
import { completeTeams, writePersonalRows } from './support/personal-rows.ts'
import { type Actor, actors, ofEverybody, ofTheTeam } from './support/routes.ts'

const origin = 'http://localhost'
let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createApp>
let registration: number
let callBack: number
const cookies = new Map<Actor, string>()

beforeAll(async () => {
  there = await testHouse({ MAILLAGE_DEMO: 'on' })
  const { owner, house } = there
  world = await seedSmallWorld(there.ownerUrl, house.seal, there.now)
  const members = await completeTeams(owner, house.seal, world)
  const here = {
    centre: world.centres.saintOuen,
    session: world.sessions.scams,
    member: world.members.yanis,
    name: 'Amina',
  }
  registration = (await writePersonalRows(owner, house.seal, here)).registration
  callBack = (await owner.query('select id from people.call_backs')).rows[0].id
  for (const actor of actors) {
    const member = members[actor]
    if (!member) continue
    const token = `${'x'.repeat(40)}${String(member).padStart(3, '0')}`
    await owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(token), member, there.now.toString(), there.now.add({ hours: 10 }).toString()],
    )
    cookies.set(actor, `maillage=${token}`)
  }
  app = createApp(house)
})
afterAll(() => there.close())

/** Every route of the product but those for machines, as `METHOD /pattern`. */
const routes = () =>
  [
    ...new Set(
      app.routes
        .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*') && !path.startsWith('/api/'))
        .map(({ method, path }) => `${method} ${path.replace(/\{[^/]*\}/g, '')}`),
    ),
  ].sort()

test('every route is known here: a new page says first who may see it', () => {
  expect(routes()).toEqual([...Object.keys(ofTheTeam), ...ofEverybody].sort())
})

const address = (pattern: string) =>
  pattern.startsWith('/desk/call-backs')
    ? pattern.replace(':id', String(callBack))
    : pattern.replace(':id', String(world.sessions.scams))

test.each(actors)('a %s gets from the team’s pages what the table says', async (actor) => {
  const got: Record<string, number> = {}
  const due: Record<string, number> = {}
  for (const [route, { row, form }] of Object.entries(ofTheTeam)) {
    const [method = '', pattern = ''] = route.split(' ')
    await there.owner.query('update people.call_backs set done_at = null, done_by = null')
    const filled = Object.entries(form ?? {}).map(([name, value]) => [
      name,
      value
        .replace('{registration}', String(registration))
        .replace('{session}', String(world.sessions.scams)),
    ])
    const response = await app.request(`${origin}${address(pattern)}`, {
      method,
      headers: { origin, cookie: cookies.get(actor) ?? '', 'accept-language': 'fr' },
      ...(method === 'POST' && { body: new URLSearchParams(filled as [string, string][]) }),
    })
    got[route] = response.status
    due[route] = row[actor] ?? row.others
    if (actor === 'visitor') expect(response.headers.get('location')).toMatch(/^\/sign-in/)
    const text = await response.text()
    if (
      actor.endsWith('of B') ||
      actor.startsWith('partner') ||
      ['visitor', 'network manager'].includes(actor)
    )
      expect(text, `${route} tells ${actor} no name`).not.toContain('Amina')
  }
  expect(got).toEqual(due)
})

test('a facilitator of the centre does not open a session she does not host', async () => {
  const response = await app.request(`${origin}/desk/sessions/${world.sessions.video}`, {
    headers: { cookie: cookies.get('facilitator of A') ?? '' },
  })
  expect(response.status).toBe(404)
})

test('an expired entrance is no entrance', async () => {
  there.now = there.now.add({ hours: 13 })
  const response = await app.request(`${origin}/desk`, {
    headers: { cookie: cookies.get('coordinator of A') ?? '' },
  })
  there.now = there.now.subtract({ hours: 13 })
  expect(response.headers.get('location')).toMatch(/^\/sign-in/)
})
