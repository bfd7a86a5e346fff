import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import { readSessionsOfCentre, wordsOf } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { sayHour } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import { choicesOf, openForm } from './domain/open-form.ts'
import type { LiveEngine } from './live-engine.ts'
import { liveWords } from './live-words.ts'
import { ChoosePack, NewGame } from './pages/drive-new.tsx'
import { readShelf } from './read-shelf.ts'

/** Sessions of the centre that begin within half a day of now: what a game may belong to. */
const readToday = (work: Work<'programme'>, centre: number) =>
  readSessionsOfCentre(work, {
    centre,
    from: work.now.subtract({ hours: 12 }),
    to: work.now.add({ hours: 12 }),
  })

/** Opening a game: which pack, then which questions and which rules. For {@link driveRoutes}, which says who may. */
export function newGameRoutes(house: House, engine: LiveEngine): Routes {
  const app = new Hono<Env>()

  const show = async (c: Ctx, typed: Typed, errors: FieldErrors) => {
    const member = c.var.member as MemberActor
    const { lang } = c.var
    const { packs, sessions } = await house.inWork(member, async (work) => ({
      packs: await readShelf(work, member.centre),
      sessions: await readToday(work, member.centre as number),
    }))
    const wanted = typedText(typed, 'pack') || (c.req.query('pack') ?? '')
    const pack = packs.find(({ id }) => id === wanted)
    const session = c.req.query('session') ?? ''
    return answerTeam(
      c,
      house,
      member,
      {
        title: liveWords(lang)('drive.new'),
        under: '/games/live',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      pack ? (
        <NewGame
          lang={lang}
          pack={pack}
          sessions={sessions.map((one) => ({
            id: one.id,
            said: `${sayHour(lang, one.start)} · ${wordsOf(one, lang).title} · ${one.place.name}`,
          }))}
          typed={typed.pack === undefined && session ? { session } : typed}
          errors={errors}
        />
      ) : (
        <ChoosePack lang={lang} packs={packs} session={session} />
      ),
    )
  }

  app.get('/games/live/new', (c) => show(c, {}, {}))
  app.post('/games/live', async (c) => {
    const member = c.var.member as MemberActor
    const form = await readForm(c, openForm)
    if (!form.ok) return show(c, form.typed, form.errors)
    const { pack: wanted, items: ticked, session } = form.value
    const centre = member.centre as number
    const { pack, known } = await house.inWork(member, async (work) => ({
      pack: (await readShelf(work, centre)).find(({ id }) => id === wanted),
      known: session === undefined || (await readToday(work, centre)).some(({ id }) => id === session),
    }))
    if (!known) return show(c, form.typed, { session: 'drive.sessionUnknown' })
    const items = pack?.items.filter(({ id }) => ticked.includes(id)) ?? []
    if (!pack || items.length === 0) return show(c, form.typed, { items: 'drive.itemsMissing' })
    const opened = await engine.open(member, {
      session: session ?? null,
      title: pack.title,
      items: items.map((item) => ({ pack: pack.id, item })),
      choices: choicesOf(form.value),
    })
    return c.redirect(`/games/live/${opened.game}`, 303)
  })
  return app
}
