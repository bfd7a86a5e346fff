import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import type { Room } from '../domain/game.ts'
import { gameCodeOf } from '../domain/sit-form.ts'
import { tongues } from '../domain/vocabulary.ts'
import type { Viewer } from '../draw.tsx'
import type { LiveEngine } from '../live-engine.ts'
import type { Hub, Stream } from './hub.ts'
import { alive, eventOf, type Look } from './look.ts'

/** A long poll is answered within this long, milliseconds: proxies lose patience at thirty seconds. */
const patience = 25_000
/** What may wait for a phone that no longer listens, bytes: beyond, it is let go, and comes back when it wakes. */
const mostBehind = 256 * 1024
const viewers = ['phone', 'screen', 'drive'] as const satisfies readonly Viewer[]
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Told to proxies that would gather a stream before letting it go.
  'x-accel-buffering': 'no',
}

/** The state of a game as it changes: a stream, or one answer at a time where a stream cannot pass. */
export function streamRoutes(house: House, engine: LiveEngine, hub: Hub): Routes {
  const app = new Hono<Env>()
  const code = ':code{[A-Za-z0-9]{1,12}}'
  for (const what of ['stream', 'state']) app.use(`/play/${code}/${what}`, withMember(house))

  const lookOf = (c: Ctx): Look => {
    const lang = c.req.query('lang')
    const tongue = tongues.find((one) => one === c.req.query('tongue'))
    const language = isLanguage(lang) ? lang : c.var.lang
    return {
      viewer: viewers.find((one) => one === c.req.query('role')) ?? 'phone',
      lang: language,
      tongue: tongue ?? language,
    }
  }
  /** The facilitator’s page says what comes next: for those who run games in that centre only. */
  const mayLook = ({ var: { member } }: Ctx, room: Room, { viewer }: Look) =>
    viewer !== 'drive' ||
    (member?.centre === room.centre && (member.role === 'facilitator' || member.role === 'coordinator'))
  const sinceOf = (c: Ctx) => Number(c.req.query('since')) || 0

  app.get(`/play/${code}/stream`, async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    const look = lookOf(c)
    if (!room) return c.notFound()
    if (!mayLook(c, room, look)) return c.body(null, 403)
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const first = hub.drawnOf(room, look, sinceOf(c))
    const greeting = first ? eventOf(first) : alive
    const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse }
    return outgoing ? straight(outgoing, room, look, greeting) : asBody(room, look, greeting)
  })

  /** Straight to the socket: thousands of streams cost one small object each. */
  const straight = (outgoing: ServerResponse, room: Room, look: Look, greeting: Uint8Array): Response => {
    outgoing.writeHead(200, headers)
    outgoing.write(greeting)
    const leave = hub.follow(room, {
      ...look,
      write: (bytes) =>
        void (outgoing.writableLength > mostBehind ? outgoing.destroy() : outgoing.write(bytes)),
      close: () => void outgoing.end(),
    })
    outgoing.on('close', leave)
    outgoing.on('error', leave)
    return RESPONSE_ALREADY_SENT
  }

  /** For a server without sockets, as in a test that asks the application itself. */
  const asBody = (room: Room, look: Look, greeting: Uint8Array): Response => {
    let leave = () => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(greeting)
        const stream: Stream = {
          ...look,
          write: (bytes) => controller.enqueue(bytes),
          close: () => {
            leave()
            controller.close()
          },
        }
        leave = hub.follow(room, stream)
      },
      cancel: () => leave(),
    })
    return new Response(body, { headers })
  }

  app.get(`/play/${code}/state`, async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    const look = lookOf(c)
    if (!room) return c.notFound()
    if (!mayLook(c, room, look)) return c.body(null, 403)
    c.header('cache-control', 'no-store')
    const since = sinceOf(c)
    const drawn = hub.drawnOf(room, look, since) ?? (await hub.next(room, look, since, patience))
    return drawn ? c.json(drawn) : c.body(null, 204)
  })
  return app
}
