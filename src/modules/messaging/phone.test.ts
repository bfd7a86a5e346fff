import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes as accessRoutes } from '#modules/access/routes.tsx'
import { createServer } from '#platform/http/server.ts'
import { plainFaults } from '#platform/testing/faults.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { insertMessage, type MessageKey, writeSent } from './db/message.ts'
import { maskRecipient, piecesOf } from './domain/mask.ts'
import { readPhone } from './read-phone.ts'
import { routes } from './routes.tsx'

let there: TestHouse
let world: SmallWorld

const origin = 'http://localhost'
const link = 'http://localhost/r/Zx9-yW8_vU7tS6rQ5pO4nM'

beforeAll(async () => {
  there = await testHouse({ MAILLAGE_DEMO: 'on' })
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  await keep(
    { centre: world.centres.saintOuen, kind: 'registrations.confirmed', ref: 1, version: 0 },
    '+33639981234',
    `Maillage : <b>votre place</b> est gardée. ${link}`,
  )
  await keep(
    { centre: world.centres.roubaix, kind: 'registrations.confirmed', ref: 2, version: 0 },
    '+33639985678',
    'Maillage : à Roubaix.',
  )
})
afterAll(() => there.close())

async function keep(key: MessageKey & { centre: number }, to: string, body: string) {
  const { seal, inWork } = there.house
  await inWork({ kind: 'system', centre: key.centre }, async (work) => {
    const message = {
      channel: 'sms',
      language: 'fr',
      subject: '',
      recipient: seal.close(to),
      body: seal.close(body),
    } as const
    await writeSent(work, Number(await insertMessage(work, key, message)), 'kept')
  })
}

/** The page as a member of that role reads it, in a house where the demo is on or off. */
async function read(role: MemberRole | null, demo = true, language = 'fr'): Promise<Response> {
  const app = createServer(
    { ...there.house, demo },
    [accessRoutes(there.house), routes({ ...there.house, demo })],
    plainFaults,
    () => false,
    [],
  )
  let cookie = ''
  if (role) {
    const entered = await app.request(`${origin}/sign-in/demo`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ role, to: '/desk' }),
    })
    cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }
  return app.request(`${origin}/desk/messages`, { headers: { cookie, 'accept-language': language } })
}

test('a receptionist reads the messages of her centre, recipients masked, and nothing of another centre', async () => {
  const html = await (await read('receptionist')).text()
  expect(html).toContain('06 •• •• •• 34')
  expect(html).not.toContain('39981234')
  expect(html).toContain('&lt;b>votre place')
  expect(html).not.toContain('à Roubaix')
  expect(html).toContain('Inscription confirmée')
  expect(html).toContain('mardi 1er décembre, 9\u00a0h')
  expect(html).toContain(`href="${link}"`)
})

test('outside a demonstration nobody of the team reads the link of a resident', async () => {
  const html = await (await read('coordinator', false)).text()
  expect(html).toContain('http://localhost/r/••••')
  expect(html).not.toContain('Zx9')
})

test('a facilitator and the network manager are told it is not for them; a stranger signs in first', async () => {
  expect((await read('facilitator')).status).toBe(403)
  expect((await read('network-manager')).status).toBe(403)
  expect((await read(null)).headers.get('location')).toBe('/sign-in?to=%2Fdesk%2Fmessages')
})

test('the page is read from right to left in Arabic, the French message inside it from left to right', async () => {
  const html = await (await read('receptionist', true, 'ar')).text()
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(html).toMatch(/class="sms" lang="fr" dir="ltr"/)
})

test('what was sent long ago is found page after page, and the last page leads back', async () => {
  for (let ref = 100; ref < 205; ref += 1)
    await keep(
      { centre: world.centres.roubaix, kind: 'registrations.confirmed', ref, version: 0 },
      '+33639985678',
      'Maillage : encore un.',
    )
  const first = await there.house.inWork({ kind: 'system', centre: world.centres.roubaix }, (work) =>
    readPhone(work, there.house.seal, { centre: world.centres.roubaix, open: true, before: null }),
  )
  expect(first.messages).toHaveLength(100)
  const next = await there.house.inWork({ kind: 'system', centre: world.centres.roubaix }, (work) =>
    readPhone(work, there.house.seal, { centre: world.centres.roubaix, open: true, before: first.older }),
  )
  expect(next.older).toBeNull()
  expect(next.messages).toHaveLength(6)
  const ids = [...first.messages, ...next.messages].map(({ id }) => id)
  expect(new Set(ids).size).toBe(106)
  expect(ids).toEqual(ids.toSorted((a, b) => b - a))
})

test('a recipient is recognised and not used', () => {
  expect(maskRecipient('+33639981234')).toBe('06 •• •• •• 34')
  expect(maskRecipient('+262692001234')).toBe('06 •• •• •• 34')
  expect(maskRecipient('+447700900123')).toBe('+44 •• •• •• 23')
  expect(maskRecipient('odette@exemple.fr')).toBe('o••@exemple.fr')
})

test('words around addresses are kept as they are', () => {
  expect(piecesOf(`Voir : ${link}\n\nMerci`, true)).toEqual([
    { text: 'Voir : ' },
    { text: link, href: link },
    { text: '\n\nMerci' },
  ])
  expect(piecesOf('javascript:alert(1)', true)).toEqual([{ text: 'javascript:alert(1)' }])
})
