import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { routes as accessRoutes } from '#modules/access/routes.tsx'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import { createServer } from '#platform/http/server.ts'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { newToken } from '#platform/seal/index.ts'
import { plainFaults } from '#platform/testing/faults.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { routes } from './routes.tsx'
import { words } from './words.ts'

let there: TestHouse
let world: SmallWorld
let app: ReturnType<typeof createServer>
const origin = 'http://localhost'
let morning: string

beforeAll(async () => {
  there = await testHouse({ MAILLAGE_DEMO: 'on' })
  morning = there.now.toString()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createServer(
    there.house,
    [accessRoutes(there.house), routes(there.house)],
    plainFaults,
    () => false,
    [],
  )
})
afterAll(() => there.close())
beforeEach(async () => {
  there.now = Temporal.Instant.from(morning)
  await there.owner.query(`delete from attendance.marks; delete from attendance.headcounts; delete from registrations.decisions;
    delete from registrations.registrations; delete from people.residents; update programme.sessions set seats_taken = 0, status = 'published'`)
})

const send = (path: string, cookie: string, form?: Record<string, string>) =>
  app.request(`${origin}${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { origin, cookie, 'accept-language': 'fr' },
    ...(form && { body: new URLSearchParams(form) }),
  })

/** Enters as the demo's member of a role: the cookie. */
async function enter(role: MemberRole): Promise<string> {
  const response = await send('/sign-in/demo', '', { role })
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

async function join(session: number, name: string, party = 1, phone = '06 39 98 12 34') {
  const contact = parseContact({ phone })
  if (!contact.ok) throw new Error(contact.refusal)
  const { rows } = await there.owner.query('select centre_id from programme.sessions where id = $1', [
    session,
  ])
  const joined = await there.house.inWork({ kind: 'resident', centre: rows[0].centre_id }, (work) =>
    register(work, {
      sessionId: session,
      name,
      contact: sealContact(there.house.seal, contact.value),
      party,
      language: 'fr',
      throughHelper: false,
      source: 'web',
      ticket: newTicket(there.house.seal),
    }),
  )
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value
}

const seatsOf = async (session: number) =>
  (await there.owner.query('select seats_taken from programme.sessions where id = $1', [session])).rows[0]
    .seats_taken as number
const marksOf = async (registration: number) =>
  (
    await there.owner.query(
      'select mark, marked_by, marked_at from attendance.marks where registration_id = $1 order by id',
      [registration],
    )
  ).rows

test('the desk asks to sign in, and comes back', async () => {
  const response = await send('/desk/sessions/1?x=1', '')
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/sign-in?to=%2Fdesk%2Fsessions%2F1%3Fx%3D1',
  ])
})

test('Yanis sees the sessions of his centre and how many come', async () => {
  await join(world.sessions.scams, 'Monique', 2)
  const html = await (await send('/desk', await enter('receptionist'))).text()
  expect(html).toContain('Reconnaître un message piège')
  expect(html).toContain('Appeler en vidéo')
  expect(html).toContain('2 inscrits sur 10')
  expect(html).not.toContain(`/desk/sessions/${world.sessions.roubaix}`)
  expect(html).not.toContain('Monique')
})

test('Samira sees the sessions she hosts and no other', async () => {
  const samira = await enter('facilitator')
  await join(world.sessions.scams, 'Monique')
  const html = await (await send('/desk', samira)).text()
  expect(html).toContain(`/desk/sessions/${world.sessions.scams}`)
  expect(html).not.toContain(`/desk/sessions/${world.sessions.video}`)
  expect(await (await send(`/desk/sessions/${world.sessions.scams}`, samira)).text()).toContain('Monique')
  expect((await send(`/desk/sessions/${world.sessions.video}`, samira)).status).toBe(404)
  expect(
    (
      await send(`/desk/sessions/${world.sessions.video}/marks`, samira, {
        registration: '1',
        mark: 'present',
      })
    ).status,
  ).toBe(404)
})

test('a session of another centre does not exist at this desk', async () => {
  const yanis = await enter('receptionist')
  const held = await join(world.sessions.roubaix, 'Odile')
  for (const id of [world.sessions.roubaix, 999_999, 9_999_999_999, 0])
    expect((await send(`/desk/sessions/${id}`, yanis)).status).toBe(404)
  const path = `/desk/sessions/${world.sessions.roubaix}`
  expect(
    (await send(`${path}/marks`, yanis, { registration: String(held.id), mark: 'present' })).status,
  ).toBe(404)
  expect((await send(`${path}/walk-ins`, yanis, { name: 'Luc' })).status).toBe(404)
  expect((await send(`${path}/headcounts`, yanis, { people: '3' })).status).toBe(404)
  const through = await send(`/desk/sessions/${world.sessions.scams}/marks`, yanis, {
    registration: String(held.id),
    mark: 'present',
  })
  expect(through.status).toBe(404)
  expect(await marksOf(held.id)).toEqual([])
})

test('the network manager sees figures, and no name', async () => {
  const claire = await enter('network-manager')
  await join(world.sessions.scams, 'Monique', 3)
  const response = await send('/desk', claire)
  const html = await response.text()
  expect(html).toContain('Roubaix')
  expect(html).toMatch(/3 sur 12/)
  expect(html).not.toContain('Monique')
  expect((await send(`/desk/sessions/${world.sessions.scams}`, claire)).status).toBe(403)
})

test('a mark says who made it and when; pressing twice is pressing once', async () => {
  const yanis = await enter('receptionist')
  const held = await join(world.sessions.scams, 'Monique', 2)
  const path = `/desk/sessions/${world.sessions.scams}/marks`
  const form = { registration: String(held.id), mark: 'present' }
  const presses = await Promise.all(Array.from({ length: 12 }, () => send(path, yanis, form)))
  expect(new Set(presses.map((response) => response.status))).toEqual(new Set([303]))
  expect(await marksOf(held.id)).toMatchObject([{ mark: 'present', marked_by: world.members.yanis }])
  const html = await (await send(`/desk/sessions/${world.sessions.scams}`, yanis)).text()
  expect(html).toContain('noté par Yanis à 9')
  expect(html).toContain('2 sur 2 sont là')
  expect(html).not.toContain('39 98 12 34')
})

test('who does not come leaves her chairs, and takes them back when she is here after all', async () => {
  const yanis = await enter('receptionist')
  const session = world.sessions.scams
  const held = await join(session, 'Rosa', 2)
  const press = (mark: string) =>
    send(`/desk/sessions/${session}/marks`, yanis, { registration: String(held.id), mark })
  await press('absent')
  expect(await seatsOf(session)).toBe(0)
  await press('excused')
  expect(await seatsOf(session)).toBe(0)
  await press('undo')
  expect(await seatsOf(session)).toBe(2)
  await press('present')
  expect(await seatsOf(session)).toBe(2)
  expect((await marksOf(held.id)).map((row) => row.mark)).toEqual(['absent', 'excused', null, 'present'])
})

test('when somebody else sits there, the chairs do not come back, and the page says so', async () => {
  there.now = there.now.add({ hours: 24 })
  const yanis = await enter('receptionist')
  const session = world.sessions.video
  const held = await join(session, 'Rosa', 2)
  await send(`/desk/sessions/${session}/marks`, yanis, { registration: String(held.id), mark: 'absent' })
  await send(`/desk/sessions/${session}/walk-ins`, yanis, { name: 'Luc', gesture: newToken() })
  const back = await send(`/desk/sessions/${session}/marks`, yanis, {
    registration: String(held.id),
    mark: 'present',
  })
  expect(back.status).toBe(409)
  expect(await back.text()).toContain('quelqu’un d’autre est assis à cette place')
  expect((await marksOf(held.id)).map((row) => row.mark)).toEqual(['absent'])
})

test('a walk-in is seated and present in one line; the same form twice brings one person', async () => {
  const yanis = await enter('receptionist')
  const session = world.sessions.scams
  const form = { name: ' Luc  ', phone: '', gesture: newToken() }
  const both = await Promise.all([1, 2].map(() => send(`/desk/sessions/${session}/walk-ins`, yanis, form)))
  expect(both.map((response) => response.status)).toEqual([303, 303])
  expect(await seatsOf(session)).toBe(1)
  const html = await (await send(`/desk/sessions/${session}`, yanis)).text()
  expect(html.match(/<bdi>Luc<\/bdi>/g)).toHaveLength(1)
  expect(html).toContain('1 sur 1 sont là')
})

test('a walk-in also works at Samira’s own session, and once it began', async () => {
  const samira = await enter('facilitator')
  const start = there.now
  there.now = start.add({ hours: 3, minutes: 20 })
  const samiraAgain = await enter('facilitator')
  const response = await send(`/desk/sessions/${world.sessions.scams}/walk-ins`, samiraAgain, {
    name: 'Ahmed',
    gesture: newToken(),
  })
  there.now = start
  expect(response.status).toBe(303)
  expect(await (await send(`/desk/sessions/${world.sessions.scams}`, samira)).text()).toContain('Ahmed')
})

test('a full room refuses a walk-in in words, and keeps what was typed', async () => {
  there.now = there.now.add({ hours: 24 })
  const yanis = await enter('receptionist')
  const session = world.sessions.video
  await join(session, 'Rosa', 2)
  const response = await send(`/desk/sessions/${session}/walk-ins`, yanis, {
    name: 'Luc',
    gesture: newToken(),
  })
  const html = await response.text()
  expect(response.status).toBe(409)
  expect(html).toContain('Il ne reste aucune chaise. Proposez une autre séance.')
  expect(html).toContain('value="Luc"')
  expect(await seatsOf(session)).toBe(2)
})

test('a name or a phone that is wrong is mended on the page', async () => {
  const yanis = await enter('receptionist')
  const path = `/desk/sessions/${world.sessions.scams}/walk-ins`
  expect((await send(path, yanis, { name: ' ' })).status).toBe(422)
  const html = await (await send(path, yanis, { name: 'Luc', phone: '12' })).text()
  expect(html).toContain('Ce téléphone n’est pas juste')
  expect(html).toContain('value="12"')
})

test('before its day a roll notes absences only, and says so; a press that comes anyway is answered in words', async () => {
  const yanis = await enter('receptionist')
  const held = await join(world.sessions.video, 'Rosa')
  const path = `/desk/sessions/${world.sessions.video}`
  const html = await (await send(path, yanis)).text()
  expect(html).toContain('Ce n’est pas encore le jour.')
  expect(html).toContain('value="absent"')
  expect(html).not.toContain('value="present"')
  expect(html).not.toContain('/walk-ins')
  for (const [noun, form] of [
    ['marks', { registration: String(held.id), mark: 'present' }],
    ['walk-ins', { name: 'Luc', gesture: newToken() }],
    ['headcounts', { people: '3' }],
  ] as const) {
    const refused = await send(`${path}/${noun}`, yanis, form)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Ce n’est pas encore le jour de cette séance.')
  }
})

test('heads are counted; the last count is the one', async () => {
  const yanis = await enter('receptionist')
  const path = `/desk/sessions/${world.sessions.scams}`
  for (const people of ['4', '4', '6'])
    expect((await send(`${path}/headcounts`, yanis, { people })).status).toBe(303)
  expect((await send(`${path}/headcounts`, yanis, { people: 'beaucoup' })).status).toBe(422)
  expect(await (await send(path, yanis)).text()).toContain('et 6 personnes sans prénom')
  const { rows } = await there.owner.query('select people from attendance.headcounts order by id')
  expect(rows.map((row) => row.people)).toEqual([4, 6])
})

test('who waits is shown in order, with the reason', async () => {
  const yanis = await enter('receptionist')
  const session = world.sessions.video
  await join(session, 'Rosa', 2)
  await join(session, 'Karim', 1, '06 39 98 55 55')
  const html = await (await send(`/desk/sessions/${session}`, yanis)).text()
  expect(html).toContain('1. <bdi>Karim</bdi>')
  expect(html).toContain('Toutes les chaises sont prises.')
})

test('opening a roll is written down', async () => {
  await send(`/desk/sessions/${world.sessions.scams}`, await enter('coordinator'))
  const { rows } = await there.owner.query(
    `select member_id, role, subject from access.audit where action = 'roll.opened' order by id desc limit 1`,
  )
  expect(rows).toEqual([
    { member_id: world.members.nadia, role: 'coordinator', subject: `session:${world.sessions.scams}` },
  ])
})

test('a call-back is shown to the door with its number, and done once it is done', async () => {
  const call = parseContact({ phone: '06 39 98 44 44' })
  if (!call.ok) throw new Error('contact')
  const sealed = sealContact(there.house.seal, call.value)
  const { rows } = await there.owner.query(
    `insert into people.call_backs (centre_id, name, phone_sealed, contact_key, language, near, created_at)
     values ($1, 'Fatoumata', $2, $3, 'fr', 'Saint-Denis', $4) returning id`,
    [world.centres.saintOuen, sealed.phoneSealed, sealed.key, there.now.toString()],
  )
  const path = `/desk/call-backs/${rows[0].id}/done`
  const yanis = await enter('receptionist')
  expect(await (await send('/desk', yanis)).text()).toContain('tel:+33639984444')
  expect((await send(path, await enter('facilitator'), {})).status).toBe(403)
  expect((await send(path, yanis, {})).status).toBe(303)
  expect((await send(path, yanis, {})).status).toBe(303)
  expect((await send('/desk/call-backs/9999999999/done', yanis, {})).status).toBe(404)
  expect(await (await send('/desk', yanis)).text()).not.toContain('Fatoumata')
  const { rows: kept } = await there.owner.query('select done_by from people.call_backs')
  expect(kept).toEqual([{ done_by: world.members.yanis }])
})

test('the paper sheet has the names and room for others', async () => {
  await join(world.sessions.scams, 'Monique')
  const response = await send(`/desk/sessions/${world.sessions.scams}/sheet`, await enter('receptionist'))
  expect(await response.text()).toContain('Monique')
})

test('every sentence of the desk is there in three languages', () => {
  checkCatalogue(words as never)
})

test('a hostile name stays a name', async () => {
  const yanis = await enter('receptionist')
  const path = `/desk/sessions/${world.sessions.scams}`
  const name = `<script>alert(1)</script>\u202e${'x'.repeat(10_000)}`
  expect((await send(`${path}/walk-ins`, yanis, { name, gesture: newToken() })).status).toBe(303)
  const html = await (await send(path, yanis)).text()
  expect(html).toContain('&lt;script>alert(1)')
  expect(html).not.toMatch(/<script|\u202e|x{81}/)
})

test('who was signed out meanwhile signs in, and comes back to the roll', async () => {
  const path = `/desk/sessions/${world.sessions.scams}`
  const response = await app.request(`${origin}${path}/marks`, {
    method: 'POST',
    headers: { origin, referer: `${origin}${path}` },
    body: new URLSearchParams({ registration: '1', mark: 'present' }),
  })
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `/sign-in?to=${encodeURIComponent(path)}`,
  ])
})
