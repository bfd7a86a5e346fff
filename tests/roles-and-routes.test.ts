import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { createApp } from '../src/app.tsx'
import { completeTeams, writePersonalRows } from './support/personal-rows.ts'

const origin = 'http://localhost'
const actors = [
  'visitor',
  'receptionist of A',
  'facilitator of A',
  'coordinator of A',
  'receptionist of B',
  'facilitator of B',
  'coordinator of B',
  'network manager',
] as const
type Actor = (typeof actors)[number]

/** Who gets what from a page of the team, asked with the numbers of centre A; a visitor is sent to sign in. */
type Row = Partial<Record<Actor, number>> & { others: number }
const ofTheDoor: Row = {
  visitor: 303,
  'receptionist of A': 200,
  'facilitator of A': 200,
  'coordinator of A': 200,
  'network manager': 403,
  others: 404,
}
const acting: Row = {
  ...ofTheDoor,
  'receptionist of A': 303,
  'facilitator of A': 303,
  'coordinator of A': 303,
}

/** Pages of the team. A route of the team that is missing here fails the test. */
const ofTheTeam: Record<string, { row: Row; form?: Record<string, string> }> = {
  'GET /desk': { row: { visitor: 303, others: 200 } },
  'GET /desk/messages': {
    row: {
      visitor: 303,
      'facilitator of A': 403,
      'facilitator of B': 403,
      'network manager': 403,
      others: 200,
    },
  },
  'GET /desk/sessions/:id': { row: ofTheDoor },
  'GET /desk/sessions/:id/sheet': { row: ofTheDoor },
  'POST /desk/sessions/:id/admissions': { row: acting, form: { registration: '{registration}' } },
  'POST /desk/sessions/:id/marks': { row: acting, form: { registration: '{registration}', mark: 'present' } },
  'POST /desk/sessions/:id/walk-ins': { row: acting, form: { name: 'Dominique' } },
  'POST /desk/sessions/:id/headcounts': { row: acting, form: { people: '4' } },
  'POST /desk/call-backs/:id/done': {
    row: {
      visitor: 303,
      'receptionist of A': 303,
      'coordinator of A': 303,
      'facilitator of A': 403,
      'facilitator of B': 403,
      'network manager': 403,
      others: 404,
    },
  },
}

/** Pages and forms anybody may ask, signed in or not. */
const ofEverybody = [
  'GET /',
  'GET /accessibility',
  'GET /call-backs',
  'GET /call-backs/thanks',
  'GET /feeds/sessions.ics',
  'GET /healthz',
  'GET /metrics',
  'GET /places',
  'GET /places/:id',
  'GET /privacy',
  'GET /r/:token',
  'GET /readyz',
  'GET /registrations/:token',
  'GET /registrations/:token/:gesture',
  'GET /registrations/:token/session.ics',
  'GET /s/:code',
  'GET /sessions',
  'GET /sessions/:file',
  'GET /sessions/:id',
  'GET /sessions/:id/registrations',
  'GET /sign-in',
  'GET /sign-in/code',
  'GET /sign-in/codes',
  'GET /stops',
  'POST /call-backs',
  'POST /registrations/:token/acceptance',
  'POST /registrations/:token/cancellation',
  'POST /registrations/:token/party',
  'POST /sessions/:id/registrations',
  'POST /sign-in',
  'POST /sign-in/codes',
  'POST /sign-in/demo',
  'POST /sign-out',
]

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
      value.replace('{registration}', String(registration)),
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
    if (actor.endsWith('of B') || actor === 'visitor' || actor === 'network manager')
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
