import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { plainFaults } from '#platform/testing/faults.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { requireMember, withMember } from './middleware.tsx'
import { routes } from './routes.tsx'

let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createServer>

const origin = 'http://localhost'
const yanis = '06 39 98 00 03'
const stranger = '06 39 98 77 77'

beforeAll(async () => {
  there = await testHouse({ MAILLAGE_DEMO: 'on' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const team = new Hono<Env>()
  team.get('/desk', withMember(there.house), requireMember(), (c) =>
    c.text(`${c.var.member?.name} ${c.var.member?.role}`),
  )
  team.get('/plan', withMember(there.house), requireMember('coordinator'), (c) => c.text('plan'))
  app = createServer(there.house, [routes(there.house), team], plainFaults, () => false, [])
})
afterAll(() => there.close())
beforeEach(async () => {
  await there.owner.query('delete from access.sign_in_codes; delete from access.sign_ins')
})

/** A browser: keeps cookies, follows nothing. */
function browser() {
  const cookies = new Map<string, string>()
  const send = async (path: string, form?: Record<string, string>) => {
    const response = await app.request(`${origin}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        origin,
        cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '),
        'accept-language': 'fr',
      },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return { cookies, send }
}

/** The code as its message will say it. */
async function codeOf(member: number): Promise<string> {
  const { rows } = await there.owner.query(
    'select code_sealed from access.sign_in_codes where member_id = $1 order by id desc limit 1',
    [member],
  )
  return there.house.seal.open(rows[0].code_sealed)
}
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

async function asked(contact = yanis) {
  const person = browser()
  await person.send('/sign-in/codes', { contact, to: '/desk' })
  return person
}

test('Yanis asks for a code, writes it, and is at the desk', async () => {
  const person = browser()
  expect((await person.send('/desk?a=1')).headers.get('location')).toBe('/sign-in?to=%2Fdesk%3Fa%3D1')
  const sent = await person.send('/sign-in/codes', { contact: yanis, to: '/desk?a=1' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in/code?to=%2Fdesk%3Fa%3D1'])
  const { rows } = await there.owner.query(
    `select payload from graphile_worker._private_jobs order by id desc limit 1`,
  )
  expect(rows[0].payload).toMatchObject({ kind: 'access.code', centre: world.centres.saintOuen, version: 0 })
  const entered = await person.send('/sign-in', { code: await codeOf(world.members.yanis), to: '/desk?a=1' })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk?a=1'])
  expect(entered.headers.getSetCookie().join()).toMatch(/maillage=[\w-]{43};.*HttpOnly.*SameSite=Lax/i)
  expect(await (await person.send('/desk')).text()).toBe('Yanis receptionist')
})

test('a role that is not hers gets a page that says so, and nothing else', async () => {
  const person = await asked()
  await person.send('/sign-in', { code: await codeOf(world.members.yanis) })
  const response = await person.send('/plan')
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('Cette page n’est pas pour vous')
})

test('five wrong codes wear the right one out', async () => {
  const person = await asked()
  const code = await codeOf(world.members.yanis)
  for (let i = 0; i < 5; i++)
    expect((await person.send('/sign-in', { code: wrongOf(code) })).status).toBe(422)
  expect((await person.send('/sign-in', { code })).status).toBe(422)
})

test('four wrong codes leave one chance', async () => {
  const person = await asked()
  const code = await codeOf(world.members.yanis)
  for (let i = 0; i < 4; i++) await person.send('/sign-in', { code: wrongOf(code) })
  expect((await person.send('/sign-in', { code })).status).toBe(303)
})

test('a code is nothing after ten minutes', async () => {
  const start = there.now
  const person = await asked()
  there.now = start.add({ minutes: 10 })
  expect((await person.send('/sign-in', { code: await codeOf(world.members.yanis) })).status).toBe(422)
  there.now = start
})

test('a code opens one door once', async () => {
  const [one, other] = [await asked(), browser()]
  for (const [name, value] of one.cookies) other.cookies.set(name, value)
  const code = await codeOf(world.members.yanis)
  const both = await Promise.all([one.send('/sign-in', { code }), other.send('/sign-in', { code })])
  expect(both.map((response) => response.status).sort()).toEqual([303, 422])
})

test('nobody learns who is in the team: known and unknown contacts get the same bytes', async () => {
  const pages = []
  for (const contact of [yanis, stranger]) {
    const person = browser()
    const sent = await person.send('/sign-in/codes', { contact })
    const next = await person.send(sent.headers.get('location') ?? '')
    const wrong = await person.send('/sign-in', { code: '12345' })
    const cookies = sent.headers
      .getSetCookie()
      .map((line) => line.replace(/=[^;]+/, (value) => `=${value.length}`))
    const bare = async (response: Response) => (await response.text()).replace(/nonce="[^"]+"/g, '')
    pages.push([
      sent.status,
      await sent.text(),
      cookies,
      next.status,
      await bare(next),
      wrong.status,
      await bare(wrong),
    ])
  }
  expect(pages[0]).toEqual(pages[1])
})

test('the fourth code of an hour does not leave, and the page does not say so', async () => {
  for (let i = 0; i < 4; i++) await asked()
  const { rows } = await there.owner.query('select count(*)::int as codes from access.sign_in_codes')
  expect(rows[0].codes).toBe(3)
})

test('signing in never leads to another site', async () => {
  for (const to of ['//evil.example', 'https://evil.example/desk', '/\\evil.example']) {
    await there.owner.query('delete from access.sign_in_codes')
    const person = browser()
    expect((await person.send('/sign-in/codes', { contact: yanis, to })).headers.get('location')).toBe(
      '/sign-in/code?to=%2Fdesk',
    )
    const entered = await person.send('/sign-in', { code: await codeOf(world.members.yanis), to })
    expect(entered.headers.get('location')).toBe('/desk')
  }
})

test('a browser left two hours alone, or signed out, is nobody', async () => {
  const start = there.now
  const person = await asked()
  await person.send('/sign-in', { code: await codeOf(world.members.yanis) })
  there.now = start.add({ minutes: 119 })
  expect((await person.send('/desk')).status).toBe(200)
  there.now = start.add({ hours: 3 })
  expect((await person.send('/desk')).status, 'seen an hour ago').toBe(200)
  there.now = start.add({ hours: 5 })
  expect((await person.send('/desk')).status).toBe(303)
  there.now = start.add({ hours: 3 })
  const kept = new Map(person.cookies)
  await person.send('/sign-out', {})
  for (const [name, value] of kept) person.cookies.set(name, value)
  expect((await person.send('/desk')).status, 'the old cookie is worth nothing').toBe(303)
  there.now = start
})

test('who left the team is signed out at once', async () => {
  const person = await asked()
  await person.send('/sign-in', { code: await codeOf(world.members.yanis) })
  await there.owner.query('update access.members set active = false where id = $1', [world.members.yanis])
  expect((await person.send('/desk')).status).toBe(303)
  await there.owner.query('update access.members set active = true')
})

test('a malformed number is mended on the page, where it was typed', async () => {
  const response = await browser().send('/sign-in/codes', { contact: '06 39' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('value="06 39"')
  expect(html).toContain('Il manque des chiffres')
})

test('the demo lets one enter as a fictional member, and never as a real one', async () => {
  const person = browser()
  expect(await (await person.send('/sign-in')).text()).toContain('Entrer comme coordinatrice')
  expect((await person.send('/sign-in/demo', { role: 'facilitator' })).headers.get('location')).toBe('/desk')
  expect(await (await person.send('/desk')).text()).toBe('Samira facilitator')
  await there.owner.query('update access.members set phone_sealed = $1 where id = $2', [
    there.house.seal.close('+33612345678'),
    world.members.claire,
  ])
  expect((await browser().send('/sign-in/demo', { role: 'network-manager' })).status).toBe(404)
})

test('another site cannot post here', async () => {
  const response = await app.request(`${origin}/sign-out`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ a: '1' }),
  })
  expect(response.status).toBe(403)
})
