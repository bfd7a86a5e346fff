import { Hono } from 'hono'
import { sql } from '#platform/database/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from './env.ts'
import { type Metrics, openMetrics } from './metrics.ts'

/** Milliseconds the database has to answer before this process says it is not ready. */
const patience = 2000

let closing = false

/** From now on `/readyz` says no, so that nobody new is sent here; the answer takes it back. */
export function startDraining(): () => void {
  closing = true
  return () => {
    closing = false
  }
}

/** The figures of this process. */
export const metrics = openMetrics()

/**
 * `/healthz`: this process lives. `/readyz`: it may be sent people, which is false while its database does not answer
 * or while it is closing. `/metrics`: its figures, without a name and without a token.
 */
export function health(house: House, figures: Metrics = metrics): Routes {
  const app = new Hono<Env>()
  const say = (status: number, text: string) =>
    new Response(`${text}\n`, {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })

  app.get('/healthz', () => say(200, 'ok'))
  app.get('/readyz', async () => {
    if (closing) return say(503, 'closing')
    return (await answers(house)) ? say(200, 'ready') : say(503, 'the database does not answer')
  })
  app.get(
    '/metrics',
    async () =>
      new Response(await figures.text(house), {
        headers: { 'content-type': figures.contentType, 'cache-control': 'no-store' },
      }),
  )
  return app
}

async function answers(house: House): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  const asked = house
    .inWork({ kind: 'visitor' }, async (work) => {
      await sql`select 1`.execute(work.tx)
      return true
    })
    .catch(() => false)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
