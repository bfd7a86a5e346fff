import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, type Typed, typedText } from '#platform/http/form.ts'
import { gestures, type Phase } from './domain/game.ts'
import type { Item } from './domain/pack.ts'
import { figuresCsv } from './figures-csv.ts'
import type { LiveEngine } from './live-engine.ts'
import { liveWords } from './live-words.ts'
import { newGameRoutes } from './new-game-routes.tsx'
import { DriveFigures } from './pages/drive-figures.tsx'
import { handsOf } from './pages/drive-hands.tsx'
import { DriveList } from './pages/drive-list.tsx'
import { DrivePage } from './pages/drive-page.tsx'
import { DriveSeats } from './pages/drive-seats.tsx'

const phases = ['lobby', 'asking', 'shown', 'ended'] as const satisfies readonly Phase[]
const moveForm = z.object({
  gesture: z.enum(gestures),
  phase: z.enum(phases),
  position: z.coerce.number().int(),
})

/** How many hands for each choice; null when something is not a number of hands, or nothing can be raised for. */
function readHands(item: Item, typed: Typed): Record<string, number> | null {
  const counts: Record<string, number> = {}
  for (const { id } of handsOf(item, 'fr') ?? []) {
    const count = typedText(typed, `hands.${id}`).trim() || '0'
    if (!/^\d{1,3}$/.test(count) || Number(count) > 500) return null
    counts[id] = Number(count)
  }
  return Object.keys(counts).length > 0 ? counts : null
}

/** The facilitator's phone: a game from its opening to its figures. */
export function driveRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()
  for (const path of ['/games/live', '/games/live/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))
  app.route('/', newGameRoutes(house, engine))

  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const reading = (c: Ctx) => ({ lang: c.var.lang, tongue: c.var.lang })

  app.get('/games/live', async (c) => {
    const member = memberOf(c)
    const games = await engine.readGames(member)
    const title = liveWords(c.var.lang)('drive.games')
    return answerTeam(
      c,
      house,
      member,
      { title, under: '/games/live' },
      <DriveList lang={c.var.lang} games={games} />,
    )
  })

  const show = async (c: Ctx, wrong: { hands?: Typed; said?: string } = {}) => {
    const member = memberOf(c)
    const t = liveWords(c.var.lang)
    const id = idOf(c)
    const room = await engine.readRoom(member, id)
    const read = room && { room, seats: await engine.readSeats(member, id) }
    if (!read) return c.notFound()
    const counted = c.req.query('counted')
    const said =
      wrong.said ??
      (c.req.query('said') === 'stale'
        ? t('drive.stale')
        : c.req.query('said') === 'removed'
          ? t('drive.removed')
          : counted && /^\d{1,4}$/.test(counted)
            ? t('drive.handsKept', { count: Number(counted) })
            : undefined)
    const typed = Object.fromEntries(
      Object.entries(wrong.hands ?? {}).map(([name, value]) => [name.replace(/^hands\./, ''), String(value)]),
    )
    return answerTeam(
      c,
      house,
      member,
      { title: t('drive.games'), under: '/games/live', ...(wrong.hands && { errors: true }) },
      <DrivePage
        {...reading(c)}
        {...read}
        now={house.now()}
        said={said}
        hands={{ typed, wrong: wrong.hands !== undefined }}
      />,
    )
  }
  app.get('/games/live/:id{[0-9]+}', (c) => show(c))
  app.get('/games/live/:id{[0-9]+}/seats', async (c) => {
    const id = idOf(c)
    const room = await engine.readRoom(memberOf(c), id)
    if (!room) return c.notFound()
    const seats = await engine.readSeats(memberOf(c), id)
    return c.html(
      renderToString(<DriveSeats lang={c.var.lang} game={id} seats={seats} over={room.phase === 'ended'} />),
    )
  })

  const readOver = async (c: Ctx) => {
    const room = await engine.readRoom(memberOf(c), idOf(c))
    return room && { room, figures: await engine.readFigures(memberOf(c), room.id) }
  }

  app.post('/games/live/:id{[0-9]+}/moves', async (c) => {
    const id = idOf(c)
    const form = await readForm(c, moveForm)
    const back = `/games/live/${id}`
    if (!form.ok) return c.redirect(back, 303)
    const { gesture, phase, position } = form.value
    const result = await engine.move(memberOf(c), { game: id, gesture, seen: { phase, position } })
    if (result.ok) return c.redirect(back, 303)
    return result.refusal === 'game-unknown' ? c.notFound() : c.redirect(`${back}?said=stale`, 303)
  })

  app.post('/games/live/:id{[0-9]+}/hands', async (c) => {
    const id = idOf(c)
    const form = await readForm(c, z.looseObject({ question: z.coerce.number().int().catch(0) }))
    const t = liveWords(c.var.lang)
    if (!form.ok) return c.redirect(`/games/live/${id}`, 303)
    const room = await engine.readRoom(memberOf(c), id)
    if (!room) return c.notFound()
    const counts = room.question && readHands(room.question.item, form.typed)
    if (!counts) return show(c, { hands: form.typed })
    const result = await engine.countHands(memberOf(c), { game: id, position: form.value.question, counts })
    if (!result.ok) return show(c, { said: t('drive.handsLate') })
    const people = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return c.redirect(`/games/live/${id}?counted=${people}`, 303)
  })
  app.post('/games/live/:id{[0-9]+}/seats/:seat{[0-9]{1,9}}/removal', async (c) => {
    const id = idOf(c)
    await engine.removeSeat(memberOf(c), { game: id, seat: Number(c.req.param('seat')) })
    return c.redirect(`/games/live/${id}?said=removed`, 303)
  })

  app.get('/games/live/:id{[0-9]+}/figures', async (c) => {
    const member = memberOf(c)
    const read = await readOver(c)
    if (!read) return c.notFound()
    const title = liveWords(c.var.lang)('drive.figuresTitle')
    return answerTeam(
      c,
      house,
      member,
      { title, under: '/games/live' },
      <DriveFigures
        lang={c.var.lang}
        game={read.room}
        figures={read.figures}
        over={read.room.phase === 'ended'}
      />,
    )
  })
  app.get('/games/live/:id{[0-9]+}/figures.csv', async (c) => {
    const read = await readOver(c)
    if (read?.room.phase !== 'ended') return c.notFound()
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="partie-${read.room.id}.csv"`)
    return c.body(figuresCsv(read.figures, c.var.lang))
  })

  // Where a form was posted to, opened again: the page it belongs to.
  for (const form of ['moves', 'hands', 'seats/:seat{[0-9]{1,9}}/removal'])
    app.get(`/games/live/:id{[0-9]+}/${form}`, (c) => c.redirect(`/games/live/${c.req.param('id')}`, 302))
  return app
}
