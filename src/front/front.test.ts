import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Env } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { faults } from './faults.tsx'
import { routes } from './routes.tsx'
import { words } from './words.ts'

let there: TestHouse
let app: ReturnType<typeof createServer>
const origin = 'http://localhost'

beforeAll(async () => {
  there = await testHouse()
  const breaking = new Hono<Env>()
  breaking.get('/breaks/:token', () => {
    throw new Error('no place for "06 39 98 12 34" nor amina@exemple.fr nor dGhpcyBpcyBhIHRva2Vu')
  })
  app = createServer(there.house, [routes(there.house), breaking], faults(there.house), () => false, [])
})
afterAll(() => there.close())

const ask = (path: string, lang = 'fr', init: RequestInit = {}) =>
  app.request(`${origin}${path}`, { ...init, headers: { 'accept-language': lang, ...init.headers } })

test('its words are said in the three languages', () => checkCatalogue(words))

test.each(['fr', 'en', 'ar'] as const)(
  'in %s, what is kept and what is accessible are told',
  async (lang) => {
    for (const path of ['privacy', 'accessibility'] as const) {
      const page = await (await ask(`/${path}`, lang)).text()
      expect(page).toContain(`<h1>${words(lang)(path)}</h1>`)
      expect(page).toContain('href="tel:')
    }
  },
)

test.each(['fr', 'en', 'ar'] as const)('in %s, a page that does not exist says where to go', async (lang) => {
  const response = await ask('/nowhere', lang)
  const page = await response.text()
  expect(response.status).toBe(404)
  expect(page).toContain(words(lang)('notFoundLead'))
  expect(page).toContain('href="/"')
  expect(page).toContain('href="tel:')
})

test('what is too large or comes from another site is refused in a sentence', async () => {
  const large = await ask('/privacy', 'fr', { method: 'POST', body: 'a'.repeat(70_000) })
  expect(large.status).toBe(413)
  expect(await large.text()).toContain(words('fr')('tooLargeLead'))
  const foreign = await ask('/privacy', 'fr', {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { origin: 'https://ailleurs.example' },
  })
  expect(foreign.status).toBe(403)
  expect(await foreign.text()).toContain(words('fr')('foreignLead'))
})

test('what breaks gives the person a number that finds the line of the log, which says nothing of her', async () => {
  const lines: string[] = []
  const real = process.stderr.write
  process.stderr.write = ((line: string) => lines.push(line) > 0) as typeof process.stderr.write
  const response = await ask('/breaks/secret-token')
  process.stderr.write = real
  const report = JSON.parse(lines[0] ?? '{}')
  expect(response.status).toBe(500)
  expect(await response.text()).toContain(report.reference)
  expect(report).toMatchObject({
    method: 'GET',
    route: '/breaks/:token',
    error: 'Error',
    message: 'no place for "…" nor … nor …',
  })
  expect(report.stack.length).toBeGreaterThan(0)
  for (const secret of ['secret-token', '06 39', 'amina', 'dGhp'])
    expect(lines.join('')).not.toContain(secret)
})
