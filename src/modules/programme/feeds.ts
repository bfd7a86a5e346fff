import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { sessionCalendar, sessionsCalendar } from './calendar.ts'
import { readFeed } from './db/feed.ts'
import { readSession } from './db/read.ts'

const wish = z.object({
  place: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  need: z.string().max(80).optional(),
  town: z.string().trim().max(80).optional(),
  near: z.string().trim().max(80).optional(),
})

/** `/feeds/sessions.ics` (by `place`, `need`, `town`, `near`) and one session's own file. Any site may read them. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const file = (text: string, name: string) =>
    new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        vary: 'accept-language',
      },
    })

  app.get('/feeds/sessions.ics', async (c) => {
    const asked: Record<string, string> = {}
    for (const [name, value] of Object.entries(c.req.query()))
      if (value !== '') asked[name] = value.replaceAll('\0', '')
    const read = wish.safeParse(asked)
    // What is asked for cannot exist: an agenda that subscribed is better served by an empty calendar than by an error.
    const sessions = read.success
      ? await house.inWork({ kind: 'visitor' }, (work) => readFeed(work, read.data))
      : []
    return file(sessionsCalendar(sessions, c.var.lang, house.settings.publicUrl), 'sessions.ics')
  })
  app.get('/sessions/:file{[0-9]+\\.ics}', async (c) => {
    const id = Number.parseInt(c.req.param('file'), 10)
    const session = await house.inWork({ kind: 'visitor' }, (work) => readSession(work, id))
    if (!session) return c.notFound()
    return file(sessionCalendar(session, c.var.lang, house.settings.publicUrl), `session-${session.code}.ics`)
  })
  return app
}
