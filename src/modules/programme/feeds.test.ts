import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { routes } from './feeds.ts'
import { readWithIcalJs } from './feeds-readers.fixture.ts'

let there: TestHouse
let world: SmallWorld
let app: Routes
beforeAll(async () => {
  there = await testHouse({ PUBLIC_URL: 'https://maillage.example' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createServer(there.house, [routes(there.house)], apiFaults, () => false, [])
})
afterAll(() => there.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { 'accept-language': 'fr', ...headers } })
const feed = async (query: string) => {
  const response = await ask(`/feeds/sessions.ics${query}`)
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('access-control-allow-origin'),
  ]).toEqual([200, 'text/calendar; charset=utf-8', '*'])
  return readWithIcalJs(await response.text())
}
const numbers = (events: { uid: string }[]) => events.map(({ uid }) => Number(/\d+/.exec(uid)?.[0]))
const json = async (query: string) => (await (await ask(`/feeds/sessions.json${query}`)).json()) as JsonFeed
interface JsonFeed {
  version: string
  title: string
  home_page_url: string
  items: { id: string; url: string; title: string; content_text: string; _maillage: { startsAt: string } }[]
}

test('an agenda subscribes to every session, or to those of a place, a need, a theme, a centre, a town or around it', async () => {
  const { scams, video, roubaix } = world.sessions
  expect(numbers(await feed(''))).toEqual([scams, video, roubaix])
  expect(numbers(await feed(`?place=${world.places.roubaix}`))).toEqual([roubaix])
  expect(numbers(await feed('?need=video'))).toEqual([video])
  expect(numbers(await feed('?theme=discovery'))).toEqual([scams, video, roubaix])
  expect(numbers(await feed('?theme=training'))).toEqual([])
  expect(numbers(await feed('?centre=roubaix-centre'))).toEqual([roubaix])
  expect(numbers(await feed('?town=93400'))).toEqual([scams, video])
  expect(numbers(await feed('?town=SAINT ouen sur seine&need=scams'))).toEqual([scams])
  expect(numbers(await feed('?near=59512'))).toEqual([roubaix])
})

test.each([
  '?place=abc',
  '?place=99999999999',
  '?town=Nowhere',
  "?town=' or 1=1 --",
  '?need=%00',
  '?town=%ff',
  `?near=${'x'.repeat(500)}`,
])('what nothing answers to is an empty feed of each kind: %s', async (query) => {
  expect(await feed(query)).toEqual([])
  expect((await json(query)).items).toEqual([])
  expect(await (await ask(`/feeds/sessions.rss${query}`)).text()).not.toContain('<item>')
})

test('a person opens one session in her agenda, in her language', async () => {
  const response = await ask(`/sessions/${world.sessions.scams}.ics`, { 'accept-language': 'en' })
  const text = await response.text()
  expect(readWithIcalJs(text)).toEqual([
    {
      uid: `session-${world.sessions.scams}@maillage.example`,
      zone: 'Europe/Paris',
      start: '2026-12-01T11:00:00Z',
      end: '2026-12-01T12:30:00Z',
      status: 'CONFIRMED',
      sequence: 0,
      summary: 'Reconnaître un message piège',
      location: 'Le Lieu, 6 rue des Lilas, 93400 Saint-Ouen-sur-Seine',
      description: expect.stringContaining('It is free.'),
    },
  ])
  expect(text).toContain('GEO:48.9117;2.3342')
  expect((await ask('/sessions/999999.ics')).status).toBe(404)
})

test('an agenda that was off for weeks still learns that a session was cancelled, and forgets it after a month', async () => {
  const { scams, video, roubaix } = world.sessions
  await there.owner.query(
    `update programme.sessions set status = 'cancelled', revision = revision + 1 where id = $1`,
    [scams],
  )
  const until = there.now
  const after = (days: number) => {
    there.now = until.add({ hours: 24 * days })
    return feed('')
  }
  expect(await after(20)).toMatchObject([{ status: 'CANCELLED', sequence: 1 }])
  expect(numbers(await after(20))).toEqual([scams])
  expect(await after(31)).toEqual([])
  there.now = until
  expect((await json('')).items.map(({ id }) => id)).toEqual(
    [video, roubaix].map((id) => `session-${id}@maillage.example`),
  )
  await there.owner.query(`update programme.sessions set status = 'published', revision = 0 where id = $1`, [
    scams,
  ])
})

test('a town’s site reads the same sessions as JSON and as RSS, each with its hour, its place and its page', async () => {
  const { scams } = world.sessions
  const read = await json('?town=93400&limit=1')
  expect(read).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Séances gratuites du réseau · 93400',
    home_page_url: 'https://maillage.example/sessions?near=93400',
    items: [
      {
        url: `https://maillage.example/sessions/${scams}`,
        title: 'Reconnaître un message piège',
        _maillage: { startsAt: '2026-12-01T12:00:00+01:00', seatsLeft: 10 },
      },
    ],
  })
  expect(read.items[0]?.content_text).toContain('mardi 1er décembre, 12\u00a0h\nLe Lieu, 6 rue des Lilas')
  const rss = await (await ask('/feeds/sessions.rss?town=93400&limit=1')).text()
  expect(rss.match(/<item>/g)).toHaveLength(1)
  expect(rss).toContain(`<link>https://maillage.example/sessions/${scams}</link>`)
  expect(rss).toContain('Reconnaître un message piège · mardi 1er décembre, 12\u00a0h')
})

test('an agenda finds first what is true of the whole, and a calendar is never without a part', async () => {
  for (const query of ['', '?town=Nowhere']) {
    const file = await (await ask(`/feeds/sessions.ics${query}`)).text()
    expect(file.indexOf('REFRESH-INTERVAL')).toBeGreaterThan(0)
    expect(file.indexOf('REFRESH-INTERVAL')).toBeLessThan(file.indexOf('BEGIN:VTIMEZONE'))
    expect(file.match(/REFRESH-INTERVAL/g)).toHaveLength(1)
    expect(file.endsWith('END:VCALENDAR') || file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  }
})

test('whoever has the same already receives a few bytes', async () => {
  for (const kind of ['ics', 'json', 'rss']) {
    const first = await ask(`/feeds/sessions.${kind}`)
    const again = await ask(`/feeds/sessions.${kind}`, {
      'if-none-match': first.headers.get('etag') ?? 'none',
    })
    expect([kind, again.status, (await again.text()).length]).toEqual([kind, 304, 0])
  }
})

test('hostile words of an activity stay words in every kind of feed', async () => {
  const hostile = `a;b,c\\n\r\nEND:VEVENT\u202e\u0007]]><script>alert(1)</script>`
  await there.owner.query(`update programme.activities set texts = $1 where id = $2`, [
    JSON.stringify({ fr: { title: hostile, summary: hostile, description: 'x', bring: 'x' } }),
    world.activities.video,
  ])
  const ics = await (await ask('/feeds/sessions.ics?need=video')).text()
  expect(readWithIcalJs(ics)).toMatchObject([{ summary: 'a;b,c\\n\nEND:VEVENT]]><script>alert(1)</script>' }])
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const rss = await (await ask('/feeds/sessions.rss?need=video')).text()
  const [item = ''] = /<item>[^]*<\/item>/.exec(rss) ?? []
  // Out of the marks that make it text, nothing of it is left.
  expect(item.replace(/<!\[CDATA\[[^]*?\]\]>/g, '')).not.toContain('<script')
  for (const text of [ics, rss, JSON.stringify(await json('?need=video'))])
    for (const mark of ['\u202e', '\u0007']) expect(text).not.toContain(mark)
})
