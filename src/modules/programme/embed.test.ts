import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { styleHashes } from '#ui/styles.ts'
import { routes } from './feeds.ts'

let there: TestHouse
let app: Routes
beforeAll(async () => {
  there = await testHouse()
  app = createServer(there.house, [routes(there.house)], apiFaults, () => false, styleHashes(), {
    framed: ['/embed/sessions'],
  })
})
afterAll(() => there.close())

const headersOf = async (path: string) => {
  const { headers } = await app.request(path)
  return {
    policy: headers.get('content-security-policy') ?? '',
    frame: headers.get('x-frame-options'),
    cookie: headers.get('set-cookie'),
  }
}

test('the list for other sites may be framed by any of them, and no other page may', async () => {
  const list = await headersOf('/embed/sessions')
  expect(list.policy).toContain('frame-ancestors *')
  expect(list.policy).toContain("form-action 'none'")
  expect(list.policy).not.toContain('script-src')
  expect(list.frame).toBeNull()
  for (const path of ['/feeds', '/embed/sessions.html', '/nowhere']) {
    const page = await headersOf(path)
    expect([path, page.policy.includes("frame-ancestors 'none'"), page.frame]).toEqual([
      path,
      true,
      'SAMEORIGIN',
    ])
  }
})

test('nothing is left in the browser of who reads our list on another site', async () => {
  for (const path of [
    '/embed/sessions?lang=ar',
    '/embed/sessions.html?lang=ar',
    '/feeds/sessions.rss?lang=ar',
  ])
    expect([path, (await headersOf(path)).cookie]).toEqual([path, null])
  // The control: a page of ours remembers the language that was chosen.
  expect((await headersOf('/feeds?lang=ar')).cookie).toContain('lang=ar')
})
