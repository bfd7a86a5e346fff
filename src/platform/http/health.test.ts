import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, openPool } from '#platform/database/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { openWork } from '#platform/work/index.ts'
import type { Env } from './env.ts'
import { health, startDraining } from './health.ts'
import { openMetrics } from './metrics.ts'

let there: TestHouse
beforeAll(async () => {
  there = await testHouse()
})
afterAll(() => there.close())

test('who runs the house is told that it lives, is ready, and is closing', async () => {
  const app = health(there.house)
  expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([200, 200])
  const reopen = startDraining()
  expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([200, 503])
  reopen()
  expect((await app.request('/readyz')).status).toBe(200)
})

test('without its database the house lives, is not ready, and still shows its own figures', async () => {
  const pool = openPool('postgres://nobody@127.0.0.1:1/nothing')
  const db = openDatabase(pool)
  const app = health({ ...there.house, db, inWork: openWork(db, there.house.now) }, openMetrics())
  expect([(await app.request('/healthz')).status, (await app.request('/readyz')).status]).toEqual([200, 503])
  const figures = await (await app.request('/metrics')).text()
  expect(figures).toContain('maillage_memory_bytes')
  expect(figures).not.toMatch(/^maillage_jobs_waiting /m)
  await pool.end()
})

test('requests are counted by the pattern of their route, and no token is ever in the figures', async () => {
  const metrics = openMetrics()
  const app = new Hono<Env>()
  app.use(metrics.measure)
  app.use('/registrations/*', async (_, next) => next())
  app.get('/registrations/:token', (c) => c.text('shown'))
  app.route('/', health(there.house, metrics))
  await app.request('/registrations/secret-token-1')
  await app.request('/registrations/secret-token-2')
  await app.request('/nowhere/secret-token-3')
  await app.request('/nowhere', { method: 'SECRET' })
  await there.owner.query(`select jobs.enqueue('messaging.deliver', '{}'::json)`)
  metrics.countStreams(() => 3)
  const figures = await (await app.request('/metrics')).text()
  expect(figures).toContain(
    'maillage_http_requests_total{method="GET",route="/registrations/:token",status="200"} 2',
  )
  expect(figures).toContain('maillage_http_requests_total{method="GET",route="unknown",status="404"} 1')
  expect(figures).toContain('method="other",route="unknown"')
  expect(figures).toMatch(/^maillage_jobs_waiting 1$/m)
  expect(figures).toMatch(/^maillage_streams 3$/m)
  expect(figures).toMatch(/maillage_http_request_seconds_bucket\{le="0.005"/)
  expect(figures.toLowerCase()).not.toContain('secret')
})
