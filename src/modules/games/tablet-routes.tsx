import { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { newToken } from '#platform/seal/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { freeAnimal } from './animals.ts'
import { readAnswer } from './domain/answer-form.ts'
import type { Room } from './domain/game.ts'
import { say } from './domain/pack.ts'
import { gameCodeOf, sitAsAnimalForm, sitForm } from './domain/sit-form.ts'
import type { LiveEngine } from './live-engine.ts'
import { liveWords } from './live-words.ts'
import { type JoinErrors, NoGame } from './pages/play-join.tsx'
import { TabletPage, TabletQuestion } from './pages/play-tablet.tsx'
import { answerTo } from './play-refusals.ts'
import { giveTabletSeat, tabletTokens } from './seat-cookie.ts'

const answerForm = z.looseObject({
  seat: z.coerce.number().int().catch(0),
  question: z.coerce.number().int().catch(0),
})

/** A tablet that goes from hand to hand: several seats on one device, answered one after the other. */
export function tabletRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  const path = '/play/:code{[A-Za-z0-9]{1,12}}/tablet'
  const roomOf = (c: Ctx) => engine.readRoomOfCode(gameCodeOf(c.req.param('code') ?? ''))
  const reading = (c: Ctx) => ({ lang: c.var.lang, tongue: c.var.lang })

  /** The seats of this tablet that still are in the game. */
  const seatsOf = async (c: Ctx, room: Room) => {
    const seats = await Promise.all(
      tabletTokens(c, room.code).map(async (token) => {
        const mine = await engine.readMySeat(room, token)
        return mine && { ...mine, token }
      }),
    )
    return seats.filter((one) => one !== null)
  }

  const answer = (
    c: Ctx,
    room: Room,
    body: ComponentChildren,
    more: { errors?: boolean; status?: number } = {},
  ) =>
    answerPage(c, house, { title: say(room.title, c.var.lang), games: true, width: 'narrow', ...more }, body)
  const noGame = (c: Ctx) =>
    answerPage(
      c,
      house,
      { title: liveWords(c.var.lang)('play.unknownTitle'), games: true, width: 'narrow', status: 404 },
      <NoGame lang={c.var.lang} over={false} />,
    )

  const list = async (c: Ctx, room: Room, name = '', errors: JoinErrors = {}, status?: number) =>
    answer(
      c,
      room,
      <TabletPage
        {...reading(c)}
        room={room}
        seats={(await seatsOf(c, room)).map(({ seat }) => seat)}
        name={name}
        errors={errors}
        once={newToken()}
      />,
      { errors: Object.keys(errors).length > 0, ...(status && { status }) },
    )

  app.get(path, async (c) => {
    const room = await roomOf(c)
    if (!room) return noGame(c)
    const wanted = Number(c.req.query('seat') ?? 0)
    const asked = room.phase === 'asking' && (await seatsOf(c, room)).find(({ seat }) => seat.id === wanted)
    if (!asked) return list(c, room)
    const way = [...(c.req.query('way') ?? '').replace(/[^a-d]/g, '')].slice(0, 16)
    const said = c.req.query('said') === 'unread' ? liveWords(c.var.lang)('play.unread') : undefined
    return answer(
      c,
      room,
      <TabletQuestion {...reading(c)} room={room} seat={asked.seat} way={way} said={said} />,
    )
  })

  app.post(path, async (c) => {
    const room = await roomOf(c)
    if (!room) return noGame(c)
    const form = await readForm(c, room.choices.names === 'animal' ? sitAsAnimalForm : sitForm)
    if (!form.ok) return list(c, room, typedText(form.typed, 'name'), form.errors as JoinErrors)
    const result = await engine.sit({
      room,
      name: 'name' in form.value ? String(form.value.name) : null,
      animal: (taken) => freeAnimal(c.var.lang, taken, Math.random()),
      team: form.value.team,
      way: 'tablet',
      token: null,
      once: form.value.once,
    })
    if (!result.ok) {
      const { status, word, field } = answerTo(result.refusal)
      return list(c, room, typedText(form.typed, 'name'), { [field]: word }, status)
    }
    giveTabletSeat(c, house, room.code, result.value.token)
    return c.redirect(
      `/play/${room.code}/tablet${room.phase === 'asking' ? `?seat=${result.value.seat}` : ''}`,
      303,
    )
  })

  app.post(`${path}/answers`, async (c) => {
    const room = await roomOf(c)
    if (!room?.question) return c.notFound()
    const form = await readForm(c, answerForm)
    if (!form.ok) return c.notFound()
    const here = `/play/${room.code}/tablet`
    const mine = (await seatsOf(c, room)).find(({ seat }) => seat.id === form.value.seat)
    if (!mine || room.position !== form.value.question) return c.redirect(here, 303)
    const read = readAnswer(room.question.item, form.typed)
    const back = `${here}?seat=${mine.seat.id}`
    if (!read) return c.redirect(`${back}&said=unread`, 303)
    if ('more' in read) return c.redirect(`${back}&way=${read.more.join('')}`, 303)
    await engine.answer(room, mine.token, { position: room.position, answer: read.answer })
    return c.redirect(here, 303)
  })
  app.get(`${path}/answers`, (c) => c.redirect(`/play/${c.req.param('code')}/tablet`, 302))
  return app
}
