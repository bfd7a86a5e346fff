import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import { recordHoursGiven } from './call-hours.ts'
import { callRoutes } from './call-routes.tsx'

let at: Awaited<ReturnType<typeof testHouse>>
let world: Awaited<ReturnType<typeof seedSmallWorld>>
let app: Hono<Env>
const token = 'a'.repeat(22)

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  app = new Hono<Env>()
  app.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  app.route('/', callRoutes(at.house))
  await at.owner.query(
    `insert into planning.calls (centre_id, session_id, member_id, status, reasons, asked_at, token_hash, token_sealed)
     values ($1, $2, $3, 'asked', '{near}', now(), $4, $5)`,
    [
      world.centres.saintOuen,
      world.sessions.video,
      world.members.samira,
      hashOf(token),
      at.house.seal.close(token),
    ],
  )
  await at.owner.query(
    `insert into network.door_codes (place_id, centre_id, code) values ($1, $2, 'B4271')`,
    [world.places.saintOuen, world.centres.saintOuen],
  )
  await at.owner.query(
    `insert into people.residents (centre_id, name, name_key, contact_key, phone_sealed, language, created_at, last_contact_at)
     values ($1, 'Monique', 'monique', $2, $2, 'fr', now(), now())`,
    [world.centres.saintOuen, randomBytes(32)],
  )
  await at.owner.query(
    `insert into registrations.registrations (centre_id, session_id, resident_id, party, status, seats, source, language, token_hash, token_sealed, created_at)
     select $1, $2, id, 2, 'confirmed', 2, 'web', 'fr', $3, $3, now() from people.residents where name = 'Monique'`,
    [world.centres.saintOuen, world.sessions.video, randomBytes(32)],
  )
})
afterAll(() => at.close())

const get = async () => (await app.request(`http://localhost/calls/${token}`)).text()
const post = (gesture: string, fields: Record<string, string> = {}) =>
  app.request(`http://localhost/calls/${token}/${gesture}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })

describe('the page behind the link of a call', () => {
  test('asks one question, and tells neither who comes nor how to open the door', async () => {
    const html = await get()
    expect(html).toContain('Samira, pouvez-vous animer cette séance')
    expect(html).toContain('c’est près de chez vous')
    expect(html).not.toContain('Monique')
    expect(html).not.toContain('B4271')
  })

  test('once she said « I can », tells who comes, which room and how to open; and from the same link she withdraws', async () => {
    const yes = await post('answers', { answer: 'yes' })
    expect([yes.status, yes.headers.get('location')]).toEqual([303, `/calls/${token}`])
    const html = await get()
    expect(html).toContain('2 personnes inscrites')
    expect(html).toContain('Monique')
    expect(html).toContain('B4271')
    expect((await post('withdrawal')).status).toBe(303)
    const after = await get()
    expect(after).toContain('vous ne venez plus')
    expect(after).not.toContain('Monique')
    expect((await post('withdrawal')).status).toBe(409)
  })

  test('a link nobody holds opens nothing, and looks like any other page that is not there', async () => {
    const response = await app.request(`http://localhost/calls/${'b'.repeat(22)}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Ce lien n’est plus valable')
  })
})

describe('hours given', () => {
  test('count once the session has ended and somebody came, preparation included; a second run adds nothing', async () => {
    const { saintOuen } = world.centres
    const record = () =>
      at.house.inWork({ kind: 'system', centre: saintOuen }, (work) =>
        recordHoursGiven(work, { centre: saintOuen }),
      )
    const hours = async () =>
      (await at.owner.query('select session_id, member_id, minutes from team.hours order by 1, 2')).rows
    await at.owner.query('update programme.sessions set preparation_minutes = 15 where id = $1', [
      world.sessions.scams,
    ])
    at.now = at.now.add({ hours: 6 })
    await record()
    expect(await hours()).toEqual([])
    await at.owner.query(
      'insert into attendance.headcounts (centre_id, session_id, people, counted_by, counted_at) values ($1, $2, 4, $3, now())',
      [saintOuen, world.sessions.scams, world.members.yanis],
    )
    await record()
    await record()
    expect(await hours()).toEqual([
      { session_id: world.sessions.scams, member_id: world.members.samira, minutes: 105 },
    ])
  })
})
