import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { PressBusy } from '#modules/print/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readUpload, type UploadRefusal } from '#platform/sheet/index.ts'
import { answerOfCard, type CardAnswer } from './domain/card.ts'
import type { LiveEngine } from './live-engine.ts'
import { CardsPage, CardsSeen } from './pages/cards.tsx'
import { printCards } from './print-cards.ts'
import { readCards } from './read-cards.ts'
import { type Word, words } from './words.ts'

/** A photo heavier than this was not taken with a phone. Bytes. */
const mostBytes = 15_000_000

const wordOf = {
  'file-missing': 'photo-missing',
  'file-too-large': 'photo-too-large',
} as const satisfies Record<UploadRefusal['refusal'], Word>

/** Answering with cards held up: a photo of the room is read, and forgotten. */
export function cardRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  for (const path of [
    '/games/cards.pdf',
    '/games/live/:id{[0-9]{1,9}}/cards',
    '/games/live/:id{[0-9]{1,9}}/photos',
  ])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  app.get('/games/cards.pdf', async (c) => {
    try {
      const pdf = await printCards(c.var.lang, Number(c.req.query('count')) || 30)
      c.header('content-type', 'application/pdf')
      c.header('content-disposition', 'inline; filename="cartes.pdf"')
      return c.body(new Uint8Array(pdf))
    } catch (error) {
      if (!(error instanceof PressBusy)) throw error
      c.header('retry-after', '5')
      return c.text('', 503)
    }
  })

  const show = async (c: Ctx, seen: CardAnswer[] | null = null, wrong: Word | null = null) => {
    const t = words(c.var.lang)
    const room = await engine.readRoom(memberOf(c), Number(c.req.param('id')))
    if (!room) return c.notFound()
    if (wrong === null && seen && c.req.header('accept') === 'text/html; part=seen')
      return c.html(renderToString(<CardsSeen lang={c.var.lang} seen={seen} />))
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: t('cardsTitle'), under: '/games/live', ...(wrong && { errors: true }) },
      <CardsPage lang={c.var.lang} room={room} seen={seen} wrong={wrong && t(wrong)} />,
    )
  }
  app.get('/games/live/:id{[0-9]{1,9}}/cards', (c) => show(c))
  app.get('/games/live/:id{[0-9]{1,9}}/photos', (c) =>
    c.redirect(`/games/live/${c.req.param('id')}/cards`, 302),
  )

  // Reading the same cards again writes the same answers: the page that says so needs no address of its own.
  app.post('/games/live/:id{[0-9]{1,9}}/photos', async (c) => {
    const game = Number(c.req.param('id'))
    const room = await engine.readRoom(memberOf(c), game)
    if (!room) return c.notFound()
    const upload = await readUpload(c, 'photo', mostBytes)
    if (!upload.ok) return show(c, null, wordOf[upload.refusal])
    const read = await readCards(upload.value.bytes)
    if (!read.ok) return show(c, null, read.refusal)
    const item = room.question?.item
    const answers = item
      ? read.value.flatMap(({ card, choice }) => {
          const answer = answerOfCard(item, choice)
          return answer ? [{ card, answer }] : []
        })
      : []
    const kept = await engine.answerCards(memberOf(c), { game, position: room.position, answers })
    return kept.ok
      ? show(c, read.value)
      : kept.refusal === 'closed'
        ? show(c, null, 'cards-late')
        : c.notFound()
  })
  return app
}
