import { brotliCompressSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { hashOf } from '#platform/seal/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { styleHashes } from '#ui/styles.ts'
import { readSession } from './db/read.ts'
import type { Session } from './domain/session.ts'
import { routes } from './feeds.ts'
import { readWithIcalJs } from './feeds-readers.fixture.ts'
import { EventData } from './schema-org.tsx'

const origin = 'https://maillage.example'
let there: TestHouse
let world: SmallWorld
let app: Routes
const cookieOf = (letter: string) => `__Host-maillage=${letter.repeat(43)}`

beforeAll(async () => {
  there = await testHouse({ PUBLIC_URL: origin })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  for (const [letter, member] of [
    ['s', world.members.samira],
    ['y', world.members.yanis],
  ] as const)
    await there.owner.query(
      `insert into access.sign_ins (token_hash, member_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
      [hashOf(letter.repeat(43)), member, there.now.toString(), there.now.add({ hours: 10 }).toString()],
    )
  app = createServer(there.house, [routes(there.house)], apiFaults, () => false, styleHashes())
})
afterAll(() => there.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${origin}${path}`, { headers: { 'accept-language': 'fr', ...headers } })
const text = async (path: string, headers?: Record<string, string>) => (await ask(path, headers)).text()
const press = async (path: string, letter: string) =>
  (
    await app.request(`${origin}${path}`, { method: 'POST', headers: { origin, cookie: cookieOf(letter) } })
  ).headers.get('location')
const linkOf = async (letter: string) =>
  /\/feeds\/hosts\/[\w-]{22}\.ics/.exec(await text('/team/me/agenda', { cookie: cookieOf(letter) }))?.[0] ??
  null
const session = async (over: Partial<Session> = {}) => ({
  ...((await there.house.inWork({ kind: 'visitor' }, (work) =>
    readSession(work, world.sessions.scams),
  )) as Session),
  ...over,
})

test('a host makes a secret link, and her agenda holds her sessions and nobody else’s', async () => {
  expect(await linkOf('s')).toBeNull()
  expect(await press('/team/me/agenda', 's')).toBe('/team/me/agenda?said=made')
  const link = (await linkOf('s')) as string
  const answer = await ask(link)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, null])
  expect(answer.headers.get('cache-control')).toContain('private')
  expect(readWithIcalJs(await answer.text())).toMatchObject([
    { uid: `session-${world.sessions.scams}@maillage.example` },
  ])
  await press('/team/me/agenda', 'y')
  expect(readWithIcalJs(await text((await linkOf('y')) as string))).toEqual([])
  // What is kept of a link does not open it.
  const { rows } = await there.owner.query('select token_hash, token_sealed from programme.host_feeds')
  const token = link.slice('/feeds/hosts/'.length, -'.ics'.length)
  for (const row of rows)
    expect(Buffer.concat([row.token_hash, row.token_sealed]).toString('latin1')).not.toContain(token)
})

test('a link that was changed, closed, made up, or of somebody who left, opens nothing', async () => {
  const first = (await linkOf('s')) as string
  await press('/team/me/agenda', 's')
  const second = (await linkOf('s')) as string
  expect((await ask(first)).status).toBe(404)
  expect((await ask(second)).status).toBe(200)
  expect((await ask(`/feeds/hosts/${'A'.repeat(22)}.ics`)).status).toBe(404)
  expect((await ask('/feeds/hosts/x.ics')).status).toBe(404)
  for (let times = 0; times < 2; times++)
    expect(await press('/team/me/agenda/closing', 's')).toBe('/team/me/agenda?said=closed')
  expect((await ask(second)).status).toBe(404)
  expect(await linkOf('s')).toBeNull()
  const link = (await linkOf('y')) as string
  expect((await ask(link)).status).toBe(200)
  await there.owner.query('update access.members set active = false where id = $1', [world.members.yanis])
  expect((await ask(link)).status).toBe(404)
  await there.owner.query('update access.members set active = true where id = $1', [world.members.yanis])
})

test('one member never reads another one’s link', async () => {
  await press('/team/me/agenda', 's')
  const { members, centres } = world
  const yanis = { kind: 'member', member: members.yanis, role: 'receptionist', name: 'Yanis' } as const
  const seen = await there.house.inWork({ ...yanis, centre: centres.saintOuen }, (work) =>
    work.tx.selectFrom('programme.host_feeds').select('member_id').execute(),
  )
  expect(seen.map(({ member_id }) => member_id)).not.toContain(members.samira)
})

test('a town’s page shows a list that asks nothing, runs nothing and names nobody', async () => {
  const html = await text('/embed/sessions?near=93400&lang=ar')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain(`${origin}/sessions/${world.sessions.scams}`)
  expect(html).not.toContain(`/sessions/${world.sessions.roubaix}"`)
  expect(html).not.toMatch(/<script|<form|<input| style=| on[a-z]+="|Samira/)
  // As light as a page of ours, style included.
  expect(brotliCompressSync(html).length).toBeLessThan(14_000)
  const piece = await ask('/embed/sessions.html?need=video')
  expect(piece.headers.get('access-control-allow-origin')).toBe('*')
  const written = await piece.text()
  expect(written).toMatch(/^<section class="maillage" lang="fr" dir="ltr">/)
  expect(written).toContain('Appeler en vidéo')
  expect(written).toContain('2 chaises libres')
  expect(written).not.toMatch(/<script|<style|<html/)
  expect(await text('/embed/sessions?town=Nowhere')).toContain('Rien à venir ici pour l’instant')
})

test('the page of feeds gives the addresses of a choice, and each of them answers', async () => {
  const html = await text(`/feeds?place=${world.places.saintOuen}&need=scams`)
  expect(html).toContain('Une séance à venir pour ce choix')
  const addresses = new Set(
    [...html.matchAll(/https:\/\/maillage\.example(\/(?:feeds|embed)\/[^\s"<]+)/g)].map(([, path]) =>
      String(path)
        .replaceAll('&amp;', '&')
        .replaceAll('&#38;', '&')
        .replace(/&quot;.*/, ''),
    ),
  )
  expect(addresses.size).toBeGreaterThanOrEqual(5)
  for (const path of addresses) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 200])
    expect(await answer.text()).toContain(`/sessions/${world.sessions.scams}`)
  }
  expect(html).toContain('<link rel="alternate" type="text/calendar"')
  expect((await ask('/feeds?place=abc')).status).toBe(200)
})

test('search engines find places and sessions to come, and are kept from links of persons', async () => {
  const map = await text('/sitemap.xml')
  expect(map).toContain(`<loc>${origin}/sessions/${world.sessions.scams}</loc><lastmod>`)
  expect(map).toContain(`<loc>${origin}/places/${world.places.roubaix}</loc>`)
  expect(await text('/robots.txt')).toMatch(
    /Disallow: \/registrations\/\n[^]*Sitemap: https:\/\/maillage\.example\/sitemap\.xml/,
  )
})

/** What a search engine reads in the head of a session's page. */
async function data(over: Partial<Session> = {}) {
  const html = renderToString(EventData({ session: await session(over), lang: 'fr', publicUrl: origin }))
  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? []
  return JSON.parse(json) as Record<string, unknown>
}

test('a search engine reads when, where, that it is free, and what became of it', async () => {
  expect(await data()).toMatchObject({
    '@type': 'Event',
    name: 'Reconnaître un message piège',
    startDate: '2026-12-01T12:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    isAccessibleForFree: true,
    location: { address: { postalCode: '93400', addressLocality: 'Saint-Ouen-sur-Seine' } },
    offers: { price: 0, availability: 'https://schema.org/InStock' },
  })
  expect(await data({ status: 'cancelled' })).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  })
  const movedFrom = Temporal.ZonedDateTime.from('2026-11-30T12:00[Europe/Paris]')
  expect(await data({ movedFrom })).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2026-11-30T12:00+01:00',
  })
})

test('words of an activity cannot end the data and begin a script', async () => {
  const real = await session()
  const title = '</script><script>alert(1)</script>\u202e'
  const texts = { fr: { ...real.activity.texts.fr, title } }
  expect(await data({ activity: { ...real.activity, texts } })).toMatchObject({
    name: '</script><script>alert(1)</script>',
  })
})
