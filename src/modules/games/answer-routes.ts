import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readAnswer } from './domain/answer-form.ts'
import type { Room } from './domain/game.ts'
import { gameCodeOf } from './domain/sit-form.ts'
import type { LiveEngine } from './live-engine.ts'
import { seatToken } from './seat-cookie.ts'

const answerForm = z.looseObject({
  question: z.coerce.number().int().catch(0),
  nonce: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

/** Milliseconds in which a hundred answers come, and a game moves once. */
const aMoment = 1000

/** Where phones send their answers: the page's script as JSON, a form without script as a page to go to. */
export function answerRoutes(_: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  app.post('/play/:code{[A-Za-z0-9]{1,12}}/answers', async (c) => {
    const scripted = c.req.header('accept')?.includes('application/json') === true
    const code = gameCodeOf(c.req.param('code'))
    const form = await readForm(c, answerForm)
    const suits = (room: Room | null) =>
      room?.phase === 'asking' && !room.paused && form.ok && form.value.question === room.position
    // A room read a moment ago will do: the row itself is held while the answer is written.
    const known = await engine.readRoomOfCode(code, aMoment)
    const room = suits(known) ? known : await engine.readRoomOfCode(code)
    if (!room) return c.notFound()
    const here = `/play/${room.code}`
    const say = (c: Ctx, status: 200 | 401 | 422, body: object, to: string) =>
      scripted ? c.json(body, status) : c.redirect(to, 303)

    const token = seatToken(c, room.code)
    if (!token) return say(c, 401, {}, here)
    if (!form.ok || !room.question) return say(c, 422, {}, `${here}?said=unread`)
    const { question, nonce } = form.value
    if (question !== room.position || room.phase !== 'asking')
      return say(c, 200, { stored: 'closed', version: room.version }, `${here}?said=late`)
    const read = readAnswer(room.question.item, form.typed)
    if (!read) return say(c, 422, {}, `${here}?said=unread`)
    if ('more' in read) return say(c, 200, { more: read.more }, `${here}?way=${read.more.join('')}`)
    const { stored } = await engine.answer(room, token, {
      position: question,
      answer: read.answer,
      ...(nonce !== undefined && { nonce }),
    })
    if (stored === 'seat-unknown') return say(c, 401, {}, here)
    return say(c, 200, { stored, version: room.version }, stored === 'closed' ? `${here}?said=late` : here)
  })
  return app
}
