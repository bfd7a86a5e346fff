import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { say } from './domain/pack.ts'
import { gameCodeOf } from './domain/sit-form.ts'
import type { LiveEngine } from './live-engine.ts'
import { LiveRoot } from './pages/live-root.tsx'
import { screenDocument } from './pages/screen-document.tsx'
import { ScreenLive } from './pages/screen-live.tsx'
import { playAddress } from './play-address.ts'

/** The big screen of a game: public, since whoever is in the room sees it, and holding nothing one could press. */
export function screenRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  app.get('/play/:code{[A-Za-z0-9]{1,12}}/screen', async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    if (!room) return c.notFound()
    const { lang } = c.var
    const reading = { lang, tongue: lang }
    return c.html(
      screenDocument(
        lang,
        say(room.title, lang),
        <LiveRoot {...reading} room={room} viewer="screen" now={house.now()}>
          <ScreenLive {...reading} room={room} address={playAddress(house.settings)} />
        </LiveRoot>,
      ),
    )
  })
  return app
}
