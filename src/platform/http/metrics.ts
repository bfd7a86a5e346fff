import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { sql } from '#platform/database/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env } from './env.ts'

/** What this process counts, to be read by Prometheus. */
export interface Metrics {
  /** Counts each request by the pattern of its route, never by its path: a path may hold a token. Goes before the others. */
  measure: MiddlewareHandler<Env>
  /** The figures, with those of the jobs asked of the database now; without them when it does not answer. */
  text(house: House): Promise<string>
  /** Whoever keeps streams open says how many there are, whenever it is asked. */
  countStreams(count: () => number): void
  contentType: string
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'maillage_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers,
  })
  const durations = new Histogram({
    name: 'maillage_http_request_seconds',
    help: 'Time to answer a request, seconds.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const waiting = new Gauge({
    name: 'maillage_jobs_waiting',
    help: 'Jobs that wait for their hour or for a worker.',
    registers,
  })
  const failed = new Gauge({
    name: 'maillage_jobs_failed',
    help: 'Jobs that gave up after their last try.',
    registers,
  })
  const oldest = new Gauge({
    name: 'maillage_jobs_oldest_due_seconds',
    help: 'How late the oldest due job is, seconds; 0: none.',
    registers,
  })
  let streamsOf = () => 0
  const streams = new Gauge({
    name: 'maillage_streams',
    help: 'Pages that follow a live game.',
    registers,
  })
  const memory = new Gauge({ name: 'maillage_memory_bytes', help: 'Memory of this process.', registers })

  return {
    contentType: registry.contentType,
    measure: async (c, next) => {
      const begun = performance.now()
      await next()
      const label = { method: methodOf(c.req.method), route: routeOf(c) }
      requests.inc({ ...label, status: String(c.res.status) })
      durations.observe(label, (performance.now() - begun) / 1000)
    },
    countStreams(count) {
      streamsOf = count
    },
    async text(house) {
      memory.set(process.memoryUsage.rss())
      streams.set(streamsOf())
      const jobs = await readJobs(house).catch(() => null)
      // A figure nobody could read is absent, rather than the one of before.
      for (const gauge of [waiting, failed, oldest]) gauge.reset()
      if (!jobs) for (const gauge of [waiting, failed, oldest]) gauge.remove()
      else {
        waiting.set(jobs.waiting)
        failed.set(jobs.failed)
        oldest.set(jobs.oldest ? Math.max(0, jobs.oldest.until(house.now()).total('seconds')) : 0)
      }
      return registry.metrics()
    },
  }
}

async function readJobs(house: House) {
  return house.inWork({ kind: 'visitor' }, async (work) => {
    const { rows } = await sql<{ waiting: number; failed: number; oldest: Temporal.Instant | null }>`
      select waiting, failed, oldest_due as oldest from jobs.figures()`.execute(work.tx)
    return rows[0] ?? null
  })
}

// A client may invent methods, and each would be one more series to keep.
const methodOf = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other'

/** The pattern of the last route that matched, middleware apart. */
function routeOf(c: Ctx): string {
  const patterns = matchedRoutes(c).map((route) => route.path)
  return patterns.findLast((path) => path !== '*' && !path.endsWith('/*')) ?? 'unknown'
}
