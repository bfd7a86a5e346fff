import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { newToken } from '#platform/seal/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { drawingsUsedIn } from '#ui/sprite.ts'
import { freeAnimal } from './animals.ts'
import type { Room } from './domain/game.ts'
import { say } from './domain/pack.ts'
import { gameCodeOf, seatCodeOf, sitAsAnimalForm, sitForm } from './domain/sit-form.ts'
import type { LiveEngine } from './live-engine.ts'
import { type LiveWord, liveWords } from './live-words.ts'
import { CodePage, type JoinErrors, JoinPage, NoGame } from './pages/play-join.tsx'
import { Mine } from './pages/play-mine.tsx'
import { mayRefresh, SeatPage } from './pages/play-seat.tsx'
import { type Reading, tongueOf } from './pages/said.tsx'
import { answerTo } from './play-refusals.ts'
import { screenRoutes } from './screen-routes.tsx'
import { giveSeat, seatToken } from './seat-cookie.ts'
import { tabletRoutes } from './tablet-routes.tsx'

/** A phone in a live game: the code, the seat, the question, its answer. Every page works without script. */
export function playRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  app.use('/play/*', async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })

  app.route('/', screenRoutes(house, engine))
  app.route('/', tabletRoutes(house, engine))

  const answer = (
    c: Ctx,
    title: string,
    body: ComponentChildren,
    more: { errors?: boolean; status?: number; head?: ComponentChildren } = {},
  ) => answerPage(c, house, { title, games: true, width: 'narrow', ...more }, body)

  app.get('/play', async (c) => {
    const typed = c.req.query('code')
    const t = liveWords(c.var.lang)
    const code = gameCodeOf(typed ?? '')
    if (code && (await engine.readRoomOfCode(code))) return c.redirect(`/play/${code}`, 303)
    const wrong = typed !== undefined
    return answer(
      c,
      t('play.title'),
      <CodePage lang={c.var.lang} typed={(typed ?? '').slice(0, 12)} wrong={wrong} />,
      {
        errors: wrong,
      },
    )
  })

  const noGame = (c: Ctx) =>
    answer(c, liveWords(c.var.lang)('play.unknownTitle'), <NoGame lang={c.var.lang} over={false} />, {
      status: 404,
    })

  const join = (c: Ctx, room: Room, name = '', errors: JoinErrors = {}, status?: number) => {
    const wrong = Object.keys(errors).length > 0
    return answer(
      c,
      say(room.title, c.var.lang),
      room.phase === 'ended' ? (
        <NoGame lang={c.var.lang} over />
      ) : (
        <JoinPage lang={c.var.lang} room={room} name={name} errors={errors} once={newToken()} />
      ),
      { errors: wrong, ...(status && { status }) },
    )
  }

  app.get('/play/:code{[A-Za-z0-9]{1,12}}', async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    if (!room) return noGame(c)
    const reading = readingOf(c)
    const mine = await engine.readMySeat(room, seatToken(c, room.code))
    if (!mine) return join(c, room)
    const changing = c.req.query('change') === 'yes'
    const letters = c.req.query('way')
    const way = letters !== undefined && /^[a-d]{0,16}$/.test(letters) ? [...letters] : undefined
    return answer(
      c,
      say(room.title, reading.tongue),
      <SeatPage
        {...reading}
        room={room}
        seat={mine.seat}
        mine={mine.answer}
        way={way}
        changing={changing}
        said={saidOf(c)}
        now={house.now()}
      />,
      {
        // Whoever waits without script is brought along; nobody is interrupted while answering.
        ...(mayRefresh(room, mine.answer !== null, changing || way !== undefined) && {
          head: (
            <noscript>
              <meta http-equiv="refresh" content="5" />
            </noscript>
          ),
        }),
      },
    )
  })

  app.get('/play/:code{[A-Za-z0-9]{1,12}}/mine', async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    const mine = room && (await engine.readMySeat(room, seatToken(c, room.code)))
    if (!mine || !room.question || room.phase !== 'shown') return c.body(null, 204)
    const html = renderToString(<Mine item={room.question.item} answer={mine.answer} {...readingOf(c)} />)
    return c.html(`<svg class="vh" aria-hidden="true">${drawingsUsedIn(html)}</svg>${html}`)
  })

  app.post('/play/:code{[A-Za-z0-9]{1,12}}/seats', async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    if (!room) return noGame(c)
    const animal = room.choices.names === 'animal'
    const form = await readForm(c, animal ? sitAsAnimalForm : sitForm)
    if (!form.ok) return join(c, room, typedText(form.typed, 'name'), form.errors as JoinErrors)
    const result = await engine.sit({
      room,
      name: 'name' in form.value ? String(form.value.name) : null,
      animal: (taken) => freeAnimal(c.var.lang, taken, Math.random()),
      team: form.value.team,
      way: 'phone',
      token: seatToken(c, room.code),
      once: form.value.once,
    })
    if (!result.ok) {
      const { status, word, field } = answerTo(result.refusal)
      return join(c, room, typedText(form.typed, 'name'), { [field]: word }, status)
    }
    giveSeat(c, house, room.code, result.value.token)
    return c.redirect(`/play/${room.code}`, 303)
  })

  app.post('/play/:code{[A-Za-z0-9]{1,12}}/seats/back', async (c) => {
    const room = await engine.readRoomOfCode(gameCodeOf(c.req.param('code')))
    if (!room) return noGame(c)
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const code = seatCodeOf(String(body.seat ?? ''))
    if (!code) return join(c, room, '', { seat: 'play.seatUnknown' })
    const result = await engine.sitBack(room, code)
    if (!result.ok)
      return join(c, room, '', { seat: answerTo(result.refusal).word }, answerTo(result.refusal).status)
    giveSeat(c, house, room.code, result.value.token)
    return c.redirect(`/play/${room.code}`, 303)
  })

  // Where a form was posted to, opened again: the page it belongs to.
  for (const form of ['seats', 'seats/back', 'answers'])
    app.get(`/play/:code{[A-Za-z0-9]{1,12}}/${form}`, (c) => c.redirect(`/play/${c.req.param('code')}`, 302))
  return app
}

/** The language of the page, and whether French is said the easy way: kept for this browser, as the language is. */
function readingOf(c: Ctx): Reading {
  const wished = c.req.query('easy')
  const easy = wished === undefined ? getCookie(c, 'easy') === '1' : wished === '1'
  if (wished !== undefined)
    setCookie(c, 'easy', easy ? '1' : '0', { path: '/play', sameSite: 'Lax', httpOnly: true, maxAge: 86_400 })
  return { lang: c.var.lang, tongue: tongueOf(c.var.lang, easy) }
}

const sentences = { late: 'play.tooLate', unread: 'play.unread' } as const satisfies Record<string, LiveWord>

function saidOf(c: Ctx): string | undefined {
  const said = c.req.query('said')
  return said === 'late' || said === 'unread' ? liveWords(c.var.lang)(sentences[said]) : undefined
}
