import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'
import { labRoutes } from './lab-routes.tsx'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
const nine = Temporal.Instant.from('2026-12-01T08:00:00Z')

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  lab = await seedSmallLab(at.owner, world)
  for (const member of Object.values(world.members))
    await at.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(tokenOf(member)), member, nine.toString(), nine.add({ hours: 1000 }).toString()],
    )
})
afterAll(() => at.close())
beforeEach(async () => {
  at.now = nine
  await at.owner.query(
    `delete from fablab.outages; delete from fablab.breakdowns; delete from fablab.stock_moves; delete from fablab.materials;
     delete from fablab.upkeep_plans; delete from fablab.presences; delete from fablab.makers;
     delete from fablab.hour_figures; delete from fablab.maker_figures; delete from fablab.induction_figures; delete from fablab.machine_use`,
  )
})

const tokenOf = (member: number) => `${'x'.repeat(40)}${String(member).padStart(3, '0')}`
type Name = keyof SmallWorld['members']
const app = () => {
  const server = new Hono<Env>()
  server.use((c, next) => {
    c.set('lang', 'fr')
    return next()
  })
  return server.route('/', labRoutes(at.house))
}
const cookie = (who: Name | null) => (who ? { cookie: `maillage=${tokenOf(world.members[who])}` } : {})
const get = (who: Name | null, path: string) =>
  app().request(`http://localhost${path}`, { headers: cookie(who) })
const post = (who: Name | null, path: string, fields: Record<string, string>) =>
  app().request(`http://localhost${path}`, {
    method: 'POST',
    headers: cookie(who),
    body: new URLSearchParams(fields),
  })
const text = async (response: Response | Promise<Response>) =>
  (await (await response).text()).replace(/<style[^]*?<\/style>/, '').replaceAll('\u00a0', ' ')
const rows = async (query: string) => (await at.owner.query(query)).rows

/** Somebody at the door books a machine of today. */
const atTheDoor = (more: Record<string, string> = {}) =>
  post('yanis', '/fablab/bookings', {
    on: '2026-12-01',
    name: 'Amina',
    contact: '06 12 34 56 78',
    kind: 'make',
    slot: `${lab.machines.sewing}@2026-12-01T09:00:00Z`,
    ...more,
  })

describe('the day of the lab', () => {
  test('the reception books for somebody at the door, and sees her on the line of the machine', async () => {
    const booked = await atTheDoor()
    expect(booked.status).toBe(303)
    const page = await text(get('yanis', '/fablab'))
    expect(page).toContain('Amina')
    expect(page).toContain('Machine à coudre 1')
    expect(page).not.toContain('06 12 34')
  })
  test('a refusal keeps what was typed and says the reason', async () => {
    const refused = await atTheDoor({ slot: `${lab.machines.laser}@2026-12-01T09:00:00Z` })
    expect(refused.status).toBe(409)
    const page = await text(refused)
    expect(page).toContain('il faut une prise en main')
    expect(page).toContain('value="Amina"')
  })
  test('a class comes with its adult, and counts as one booking', async () => {
    const booked = await atTheDoor({ kind: 'group', name: 'École Jaurès', adult: 'M. Diallo', people: '12' })
    expect(booked.status).toBe(303)
    expect(await text(get('samira', '/fablab'))).toContain('groupe de 12')
  })
  test('who came is marked, counted once, and the mark is taken back', async () => {
    await atTheDoor()
    const [booking] = await rows('select id from fablab.bookings')
    expect((await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })).status).toBe(409)
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const mark = (came: string) => post('yanis', `/fablab/bookings/${booking.id}/mark`, { came })
    expect((await mark('present')).status).toBe(303)
    await mark('present')
    expect(await rows('select minutes, bookings from fablab.hour_figures')).toEqual([
      { minutes: 60, bookings: 1 },
    ])
    expect(await rows('select makers from fablab.maker_figures')).toEqual([{ makers: 1 }])
    expect(await rows('select minutes from fablab.machine_use')).toEqual([{ minutes: 60 }])
    await mark('none')
    expect(await rows('select minutes, bookings from fablab.hour_figures')).toEqual([
      { minutes: 0, bookings: 0 },
    ])
    expect(await rows('select makers from fablab.maker_figures')).toEqual([{ makers: 0 }])
  })
  test('an erased maker leaves her hours in the figures', async () => {
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const [booking] = await rows('select id from fablab.bookings')
    await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })
    await at.owner.query('delete from fablab.makers')
    expect(await rows('select minutes from fablab.hour_figures')).toEqual([{ minutes: 60 }])
  })
  test('heads are counted while the lab is open, without any name, and taken back', async () => {
    const opening = String(lab.openings.today)
    expect((await post('yanis', '/fablab/presences', { opening })).status).toBe(409)
    at.now = Temporal.Instant.from('2026-12-01T10:00:00Z')
    await post('yanis', '/fablab/presences', { opening, kind: 'sewing' })
    await post('yanis', '/fablab/presences', { opening })
    expect(await text(get('yanis', '/fablab'))).toContain('2 personnes venues')
    await post('yanis', '/fablab/presences', { opening, take: 'back' })
    expect(await text(get('yanis', '/fablab'))).toContain('1 personne venue')
  })
  test('another centre sees none of it', async () => {
    await atTheDoor()
    const page = await text(get('rox', '/fablab'))
    expect(page).not.toContain('Amina')
    const [booking] = await rows('select id from fablab.bookings')
    expect((await post('rox', `/fablab/bookings/${booking.id}/cancellation`, {})).status).toBe(404)
  })
})

describe('a breakdown', () => {
  const report = (more: Record<string, string> = {}) =>
    post(null, `/machines/${lab.machines.sewing}/breakdown`, { cause: 'stops', words: '', ...more })

  test('is reported without a name; the second report is counted, and nobody but the team reads it', async () => {
    expect((await report({ words: 'Elle saute des points' })).status).toBe(303)
    await report()
    expect(await rows('select times, words from fablab.breakdowns')).toEqual([
      { times: 2, words: 'Elle saute des points' },
    ])
    expect(await text(get('samira', '/fablab/upkeep'))).toContain('signalée 2 fois')
    expect((await get(null, '/fablab/upkeep')).status).toBe(303)
    expect((await get('yanis', '/fablab/upkeep')).status).toBe(403)
    expect(await text(get('rox', '/fablab/upkeep'))).not.toContain('Elle saute')
  })
  test.each([
    ['appelez le 06 12 34 56 78', 422],
    ['amina@exemple.fr', 422],
    ['', 303],
    ['la courroie de 3 mm', 303],
  ])('its words name nobody: %s', async (words, status) => {
    expect((await report({ words })).status).toBe(status)
  })
  test('stops the machine: who comes today is moved to the twin and told, and it returns', async () => {
    await atTheDoor()
    await report()
    const [{ id }] = await rows('select id from fablab.breakdowns')
    const path = `/fablab/machines/${lab.machines.sewing}/outages`
    const form = { cause: 'breakdown', when: 'now', report: String(id) }
    const preview = await text(post('samira', path, form))
    expect(preview).toContain('Amina')
    expect(preview).toContain('Machine à coudre 2')
    expect(await rows('select 1 from fablab.outages')).toEqual([])
    const done = await post('samira', path, { ...form, sure: 'yes' })
    expect(done.headers.get('location')).toContain('moved=1&cancelled=0')
    expect(await rows('select machine_id from fablab.bookings')).toEqual([{ machine_id: lab.machines.twin }])
    expect(await rows('select status from fablab.breakdowns')).toEqual([{ status: 'confirmed' }])
    expect(await text(get(null, `/machines/${lab.machines.sewing}/wall`))).toContain('Hors service')
    at.now = at.now.add({ minutes: 5 })
    expect((await post('samira', `/fablab/machines/${lab.machines.sewing}/return`, {})).status).toBe(303)
    at.now = at.now.add({ minutes: 70 })
    expect(await text(get(null, `/machines/${lab.machines.sewing}/wall`))).toContain('Libre')
  })
  test('the wall says taken, never by whom', async () => {
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:10:00Z')
    const page = await text(get(null, `/machines/${lab.machines.sewing}/wall`))
    expect(page).toContain('Prise')
    expect(page).not.toContain('Amina')
  })
})

describe('upkeep', () => {
  test('falls due by hours of use and by weeks, and begins again when it is done', async () => {
    const path = `/fablab/machines/${lab.machines.sewing}/upkeep`
    await post('samira', path, { task: 'Huiler', everyHours: '1', everyWeeks: '' })
    await post('samira', path, { task: 'Changer l’aiguille', everyWeeks: '4', everyHours: '' })
    expect(await text(get('samira', '/fablab'))).toContain('Rien ne vous attend')
    await atTheDoor()
    at.now = Temporal.Instant.from('2026-12-01T09:05:00Z')
    const [booking] = await rows('select id from fablab.bookings')
    await post('yanis', `/fablab/bookings/${booking.id}/mark`, { came: 'present' })
    expect(await text(get('samira', '/fablab'))).toContain('1 entretien à faire')
    at.now = at.now.add({ hours: 24 * 28 })
    await at.owner.query('update access.sign_ins set seen_at = $1', [at.now.toString()])
    expect(await text(get('samira', '/fablab'))).toContain('2 entretiens à faire')
    const plans = await rows('select id from fablab.upkeep_plans order by id')
    for (const { id } of plans) await post('samira', `/fablab/upkeep/${id}`, { do: 'done' })
    expect(await text(get('samira', '/fablab'))).not.toContain('à faire')
  })
  test('a plan that never comes back is not kept', async () => {
    const refused = await post('samira', `/fablab/machines/${lab.machines.sewing}/upkeep`, { task: 'Huiler' })
    expect(refused.status).toBe(422)
  })
})
