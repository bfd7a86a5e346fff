import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContact, sealContact } from '#modules/people/index.ts'
import { newTicket, register } from '#modules/registrations/index.ts'
import type { Env } from '#platform/http/env.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { findWhere } from './find-where.ts'
import { importCoordinates } from './import-coordinates.ts'
import { loadCommunes } from './load-communes.ts'
import { routes } from './routes.tsx'
import { searchSessions } from './search.ts'
import { routes as stopRoutes } from './stop-routes.tsx'

let t: TestHouse
let world: SmallWorld
let app: Hono<Env>
beforeAll(async () => {
  t = await testHouse()
  world = await seedSmallWorld(t.ownerUrl, t.house.seal, t.now)
  await t.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
  app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('lang', 'fr')
    c.set('member', null)
    await next()
  })
  app.route('/', routes(t.house))
  app.route('/', stopRoutes(t.house))
}, 60_000)
afterAll(() => t?.close())

const where = (text: string) => t.house.inWork({ kind: 'visitor' }, (work) => findWhere(work, text))
const page = async (path: string, init?: RequestInit) => {
  const answer = await app.request(path, init)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}

test('the towns are loaded once', async () => {
  expect(await t.house.inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))).toBe(0)
})

test('a town is understood however it is written', async () => {
  for (const text of ['93400', '93400 St Ouen', 'ST-OUEN SUR SEINE', 'saint ouen', 'Saint-Ouen-sur-Sene'])
    expect(await where(text), text).toMatchObject({
      kind: 'found',
      name: 'Saint-Ouen-sur-Seine',
      precision: 'places',
    })
  expect(await where('GRENOBLE CEDEX 9')).toMatchObject({
    kind: 'found',
    name: 'Grenoble',
    precision: 'departement',
  })
  expect(await where('Grenobel')).toMatchObject({ kind: 'found', name: 'Grenoble', corrected: true })
  expect(await where('paris 11ème')).toMatchObject({ kind: 'found', departement: '75' })
  expect(await where('Mamoudzou')).toMatchObject({ kind: 'found', timeZone: 'Indian/Mayotte' })
})

test('two towns of one name ask which one, and the answer is understood', async () => {
  const asked = await where('Saint-Denis')
  expect(asked).toMatchObject({ kind: 'which' })
  if (asked.kind === 'which')
    expect(await where(asked.candidates[0]?.text ?? '')).toMatchObject({ kind: 'found' })
  expect(await where('zzzzqqqq')).toMatchObject({ kind: 'unknown' })
})

test('official coordinates replace those of the département, once', async () => {
  const file = '#Code_commune_INSEE;Nom;coordonnees_gps\n38185;GRENOBLE;45.1842,5.7196\n99999;NOWHERE;1,1\n'
  const bring = () =>
    t.house.inWork({ kind: 'system', centre: null }, (work) => importCoordinates(work, file))
  expect(await bring()).toMatchObject({ ok: true, value: { changed: 1, communes: 1, faults: [{ line: 3 }] } })
  expect(await bring()).toMatchObject({ ok: true, value: { changed: 0 } })
  expect(await where('Grenoble')).toMatchObject({ precision: 'import', latitude: 45.1842 })
})

test('sessions come by distance and date, and filters narrow them', async () => {
  const at = { latitude: 48.9117, longitude: 2.3342 }
  const search = (filters = {}) =>
    t.house.inWork({ kind: 'visitor' }, (work) =>
      searchSessions(work, { at, limit: 10, filters: { day: [], ...filters } }),
    )
  expect((await search()).hits.map(({ session }) => session.id)).toEqual([
    world.sessions.scams,
    world.sessions.video,
    world.sessions.roubaix,
  ])
  expect((await search()).hits[0]?.metres).toBeCloseTo(0)
  expect((await search({ need: 'video' })).hits).toHaveLength(1)
  expect((await search({ when: 'today' })).hits.map(({ session }) => session.id)).toEqual([
    world.sessions.scams,
  ])
  expect((await search({ speaks: 'ar' })).hits).toHaveLength(0)
  const first = await t.house.inWork({ kind: 'visitor' }, (work) => searchSessions(work, { at, limit: 1 }))
  expect([first.hits.length, first.next]).toEqual([1, 1])
})

test('a resident finds from the home page, and an empty answer offers ways on', async () => {
  expect((await page('/')).text).toContain('Où habitez-vous')
  const results = await page('/sessions?near=93400')
  expect(results.text).toContain('Reconnaître un message piège')
  expect(results.text).toContain('2 km')
  const empty = await page('/sessions?near=93400&need=scams&speaks=ar')
  expect(empty.text).toContain('/sessions?near=93400&amp;need=scams')
  expect(empty.text).toContain('action="/call-backs"')
  for (const path of [
    '/places',
    `/places/${world.places.saintOuen}`,
    '/stops',
    '/call-backs',
    '/call-backs/thanks',
  ])
    expect((await page(path)).status, path).toBe(200)
  expect((await page('/places/999999')).status).toBe(404)
})

test('hostile words are shown as words', async () => {
  const { text, status } = await page(
    `/sessions?near=${encodeURIComponent('<script>alert(1)</script>\0\u202e')}&day=99&from=-3`,
  )
  expect(status).toBe(200)
  expect(text).not.toContain('<script>')
})

test('a person who leaves a number is called once, and nothing typed is lost', async () => {
  const ask = (fields: Record<string, string>) =>
    page('/call-backs', { method: 'POST', body: new URLSearchParams(fields) })
  const bad = await ask({ name: 'Fatou', phone: '06 12', near: '93400' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('value="Fatou"')
  for (let i = 0; i < 2; i++)
    expect(await ask({ name: 'Fatou', phone: '06 39 98 12 34', near: '93400' })).toMatchObject({
      status: 303,
      to: '/call-backs/thanks',
    })
  const { rows } = await t.owner.query('select centre_id from people.call_backs')
  expect(rows).toEqual([{ centre_id: world.centres.saintOuen }])
})

test('a course is found once, with how many dates it has; a full session says how many wait', async () => {
  const ids: number[] = []
  for (let index = 1; index <= 3; index++) {
    const { rows } = await t.owner.query(
      `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, course_key, course_index, course_length, lead_id)
       values ($1, $2, $3, $4::timestamptz, $4::timestamptz + interval '1 hour', 1, 'course', $5, 3, $6) returning id`,
      [
        world.centres.saintOuen,
        world.activities.video,
        world.places.saintOuen,
        t.now.add({ hours: 48 + 168 * index }).toString(),
        index,
        ids[0] ?? null,
      ],
    )
    ids.push(rows[0].id)
  }
  for (const name of ['Rosa', 'Karim', 'Odile']) {
    const contact = parseContact({ phone: '06 39 98 12 34' })
    if (!contact.ok) throw new Error(contact.refusal)
    await t.house.inWork({ kind: 'resident', centre: world.centres.saintOuen }, (work) =>
      register(work, {
        sessionId: ids[1] ?? 0,
        name,
        contact: sealContact(t.house.seal, contact.value),
        party: 1,
        language: 'fr',
        throughHelper: false,
        source: 'web',
        ticket: newTicket(t.house.seal),
      }),
    )
  }
  for (const path of ['/', '/sessions?near=93400', `/places/${world.places.saintOuen}`]) {
    const { text } = await page(path)
    expect(text, path).toContain(`href="/sessions/${ids[0]}"`)
    for (const later of ids.slice(1)) expect(text, path).not.toContain(`href="/sessions/${later}"`)
    expect(text, path).toContain('3 dates, une seule inscription')
    expect(text, path).toContain('2 personnes attendent une chaise')
  }
})
