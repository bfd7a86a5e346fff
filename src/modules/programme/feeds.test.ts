import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { sessionCalendar } from './calendar.ts'
import { readSession } from './db/read.ts'
import type { Session } from './domain/session.ts'
import { routes } from './feeds.ts'

let there: TestHouse
let world: SmallWorld
let app: Routes
beforeAll(async () => {
  there = await testHouse({ PUBLIC_URL: 'https://maillage.example' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  app = createServer(there.house, [routes(there.house)], apiFaults, () => false, [])
})
afterAll(() => there.close())

/** Unfolds a file and reads the properties of each event. */
function eventsOf(file: string): Record<string, string>[] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const [name = '', ...value] = line.split(':')
    if (line === 'BEGIN:VEVENT') events.push({})
    else
      events.at(-1) && Object.assign(events.at(-1) as object, { [name.split(';')[0] ?? '']: value.join(':') })
  }
  return events
}

const feed = async (query: string, lang = 'fr') => {
  const response = await app.request(`/feeds/sessions.ics${query}`, { headers: { 'accept-language': lang } })
  expect([
    response.status,
    response.headers.get('content-type'),
    response.headers.get('access-control-allow-origin'),
  ]).toEqual([200, 'text/calendar; charset=utf-8', '*'])
  return eventsOf(await response.text())
}
const uids = (events: Record<string, string>[]) =>
  events.map((event) => Number(/\d+/.exec(event.UID ?? '')?.[0]))

async function session(over: Partial<Session> = {}): Promise<Session> {
  const real = await there.house.inWork({ kind: 'visitor' }, (work) =>
    readSession(work, world.sessions.scams),
  )
  return { ...(real as Session), ...over }
}

test('an agenda subscribes to every session, or to those of a place, a need, a town or around it', async () => {
  const { scams, video, roubaix } = world.sessions
  expect(uids(await feed(''))).toEqual([scams, video, roubaix])
  expect(uids(await feed(`?place=${world.places.roubaix}`))).toEqual([roubaix])
  expect(uids(await feed('?need=video'))).toEqual([video])
  expect(uids(await feed('?town=93400'))).toEqual([scams, video])
  expect(uids(await feed('?town=SAINT ouen sur seine&need=scams'))).toEqual([scams])
  expect(uids(await feed('?near=59512'))).toEqual([roubaix])
})

test.each([
  '?place=abc',
  '?place=99999999999',
  '?town=Nowhere',
  "?town=' or 1=1 --",
  '?need=%00',
  '?town=%ff',
  `?near=${'x'.repeat(500)}`,
])('what nothing answers to is an empty calendar: %s', async (query) => {
  expect(await feed(query)).toEqual([])
})

test('a person opens one session in her agenda, in her language', async () => {
  const response = await app.request(`/sessions/${world.sessions.scams}.ics`, {
    headers: { 'accept-language': 'en' },
  })
  const [event] = eventsOf(await response.text())
  expect(event).toMatchObject({
    UID: `session-${world.sessions.scams}@maillage.example`,
    DTSTART: '20261201T110000Z',
    DTEND: '20261201T123000Z',
    STATUS: 'CONFIRMED',
    SEQUENCE: '0',
    SUMMARY: 'Reconnaître un message piège',
    LOCATION: 'Le Lieu\\, 6 rue des Lilas\\, 93400 Saint-Ouen-sur-Seine',
    GEO: '48.9117;2.3342',
  })
  expect(event?.DESCRIPTION).toContain('It is free.')
  expect((await app.request('/sessions/999999.ics')).status).toBe(404)
})

test.each([
  ['Europe/Paris', '20261201T130000Z'],
  ['Indian/Mayotte', '20261201T110000Z'],
  ['Indian/Reunion', '20261201T100000Z'],
  ['America/Martinique', '20261201T180000Z'],
  ['Europe/Paris', '20260701T120000Z', '2026-07-01'],
])('two in the afternoon in %s is %s everywhere', async (zone, utc, day = '2026-12-01') => {
  const start = Temporal.ZonedDateTime.from(`${day}T14:00[${zone}]`)
  const [event] = eventsOf(
    sessionCalendar(
      await session({ start, end: start.add({ minutes: 90 }) }),
      'fr',
      'https://maillage.example',
    ),
  )
  expect(event?.DTSTART).toBe(utc)
})

test('an agenda replaces a session that moved, and strikes the one that is cancelled', async () => {
  const moved = eventsOf(sessionCalendar(await session({ revision: 1 }), 'fr', 'https://maillage.example'))[0]
  const file = sessionCalendar(
    await session({ revision: 2, status: 'cancelled' }),
    'fr',
    'https://maillage.example',
  )
  const cancelled = eventsOf(file)[0]
  expect(cancelled).toMatchObject({
    UID: moved?.UID,
    SEQUENCE: '2',
    STATUS: 'CANCELLED',
    SUMMARY: 'Annulée\u00a0: Reconnaître un message piège',
  })
  expect(file).toContain('METHOD:CANCEL')
  expect(moved?.SEQUENCE).toBe('1')
})

test('commas, line ends and hostile marks in a text stay text', async () => {
  const real = await session()
  const hostile = 'a;b,c\\d\r\nEND:VEVENT\u202e\u0007'
  const words = { ...real.activity.texts.fr, title: hostile, summary: hostile }
  const file = sessionCalendar(
    { ...real, activity: { ...real.activity, texts: { fr: words } } },
    'fr',
    'https://maillage.example',
  )
  const events = eventsOf(file)
  expect(events).toHaveLength(1)
  expect(events[0]?.SUMMARY).toBe('a\\;b\\,c\\\\d\\nEND:VEVENT')
  for (const mark of ['\u202e', '\u0007']) expect(file).not.toContain(mark)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
