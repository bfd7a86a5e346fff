import { Hono } from 'hono'
import { stringify } from 'yaml'
import { z } from 'zod'
import { readTowns } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { askForBoosters, boostMonths, readBoosterLink, stopBoosters } from './ask-for-boosters.ts'
import type { Answer } from './domain/answer.ts'
import { readAnswer } from './domain/answer-form.ts'
import type { Item, Pack } from './domain/pack.ts'
import { say } from './domain/pack.ts'
import { type PartOfPack, parts, selectionOf } from './domain/selection.ts'
import { AskPage, EndPage, PackPage, type Playing, TeachPage, whyNotRead } from './pages/alone.tsx'
import { BoosterPage, BoosterSaid } from './pages/booster.tsx'
import { tongueOf } from './pages/said.tsx'
import { ShelfPage } from './pages/shelf.tsx'
import { readShelf } from './read-shelf.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const
const boosterForm = z.object({
  contact: z.string().max(254).catch(''),
  centre: z.string().max(60).catch(''),
  easy: z.literal('1').optional().catch(undefined),
})

/** Playing alone, at home: no account, no script, nothing kept. The address says where one is, and answers by itself. */
export function aloneRoutes(house: House): Routes {
  const app = new Hono<Env>()

  app.get('/games', async (c) => {
    const packs = await house.inWork(visitor, (work) => readShelf(work))
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('games'), description: t('gamesLead'), theme: 'discovery', games: true },
      <ShelfPage lang={c.var.lang} packs={packs} easy={c.req.query('easy') === '1'} />,
    )
  })

  const packOf = async (name: string): Promise<Pack | undefined> =>
    (await house.inWork(visitor, (work) => readShelf(work))).find(({ id }) => id === name)

  app.get('/games/:file{[a-z0-9-]+\\.yaml}', async (c) => {
    const pack = await packOf(c.req.param('file').replace(/\.yaml$/, ''))
    if (!pack) return c.notFound()
    c.header('content-type', 'application/yaml; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${pack.id}.yaml"`)
    return c.body(stringify(pack, { lineWidth: 100 }))
  })

  const playingOf = async (c: Ctx): Promise<Playing | null> => {
    const pack = await packOf(c.req.param('pack') ?? '')
    const part = parts.find((one) => one === c.req.query('part')) ?? 'all'
    return pack
      ? { lang: c.var.lang, pack, part: part as PartOfPack, easy: c.req.query('easy') === '1' }
      : null
  }
  const answer = (c: Ctx, playing: Playing, body: preact.ComponentChildren, errors = false) =>
    answerPage(
      c,
      house,
      {
        title: say(playing.pack.title, tongueOf(playing.lang, playing.easy)),
        description: say(playing.pack.about, tongueOf(playing.lang, playing.easy)),
        theme: 'discovery',
        width: 'narrow',
        games: true,
        errors,
      },
      body,
    )

  app.get('/games/:pack{[a-z0-9-]+}', async (c) => {
    const playing = await playingOf(c)
    return playing ? answer(c, playing, <PackPage playing={playing} />) : c.notFound()
  })

  /** What the address answers: nothing yet, part of a story, an answer, or something that is none. */
  const saidIn = (
    c: Ctx,
    item: Item,
  ): { answer?: Answer | null; way?: readonly string[]; wrong?: boolean } => {
    if (c.req.query('see') !== undefined) return { answer: null }
    const strength = c.req.query('strength')
    if (item.kind === 'passphrase')
      return strength && /^[0-4]$/.test(strength) ? { answer: { number: Number(strength) } } : {}
    const asked = c.req.queries()
    const fields = Object.keys(asked).filter((name) => !['easy', 'part', 'lang'].includes(name))
    if (fields.length === 0) return {}
    const read = readAnswer(item, Object.fromEntries(fields.map((name) => [name, asked[name] ?? []])))
    if (read === null) return { wrong: true }
    return 'answer' in read ? { answer: read.answer } : { way: read.more, wrong: !asked.choice }
  }

  const askOrTeach = async (c: Ctx, wrong = false) => {
    const playing = await playingOf(c)
    const at = Number(c.req.param('at'))
    const items = playing ? selectionOf(playing.pack, playing.part) : []
    const item = items[at - 1]
    if (!playing || !item) return c.notFound()
    const said = wrong ? { wrong } : saidIn(c, item)
    const shown = { playing, item, at, total: items.length }
    if (said.answer !== undefined) return answer(c, playing, <TeachPage {...shown} answer={said.answer} />)
    const error = said.wrong ? whyNotRead(item, playing.lang) : undefined
    return answer(
      c,
      playing,
      <AskPage {...shown} error={error} {...(said.way && { way: said.way })} />,
      error !== undefined,
    )
  }
  app.get('/games/:pack{[a-z0-9-]+}/:at{[0-9]{1,3}}', (c) => askOrTeach(c))

  // A passphrase is judged and forgotten: the address that follows holds its strength, 0 to 4.
  app.post('/games/:pack{[a-z0-9-]+}/:at{[0-9]{1,3}}', async (c) => {
    const { typed } = await readForm(c, z.object({}))
    const part = parts.find((one) => one === typedText(typed, 'part')) ?? 'all'
    const pack = await packOf(c.req.param('pack'))
    const item = pack && selectionOf(pack, part)[Number(c.req.param('at')) - 1]
    if (!item) return c.notFound()
    const read = item.kind === 'passphrase' ? readAnswer(item, typed) : null
    if (!read || !('answer' in read) || !('number' in read.answer)) return askOrTeach(c, true)
    const query = new URLSearchParams({
      ...(part !== 'all' && { part }),
      ...(typedText(typed, 'easy') === '1' && { easy: '1' }),
      strength: String(read.answer.number),
    })
    return c.redirect(`/games/${c.req.param('pack')}/${c.req.param('at')}?${query}`, 303)
  })

  const end = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const playing = await playingOf(c)
    if (!playing) return c.notFound()
    const towns = await house.inWork(visitor, readTowns)
    const easy = playing.easy || typedText(typed, 'easy') === '1'
    return answer(
      c,
      playing,
      <EndPage playing={{ ...playing, easy }} towns={towns} typed={typed} errors={errors} />,
      Object.keys(errors).length > 0,
    )
  }
  app.get('/games/:pack{[a-z0-9-]+}/end', (c) => end(c))

  // The address of the form, opened again: the page it is on.
  app.get('/games/:pack{[a-z0-9-]+}/boosters', (c) => c.redirect(`/games/${c.req.param('pack')}/end`, 302))
  app.post('/games/:pack{[a-z0-9-]+}/boosters', async (c) => {
    const form = await readForm(c, boosterForm)
    const pack = await packOf(c.req.param('pack'))
    const towns = await house.inWork(visitor, readTowns)
    const town = towns.find(({ slug }) => slug === typedText(form.typed, 'centre'))
    if (!pack) return c.notFound()
    if (!town) return end(c, form.typed, { centre: 'boostTownMissing' })
    const contact = parseContact({
      phone: typedText(form.typed, 'contact'),
      country: countryOf(town.postalCode),
    })
    if (!contact.ok) return end(c, form.typed, { contact: contact.refusal })
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      askForBoosters(work, house.seal, {
        pack: pack.id,
        easy: typedText(form.typed, 'easy') === '1',
        contact: sealContact(house.seal, contact.value),
        language: c.var.lang,
        timeZone: town.timeZone,
      }),
    )
    return c.redirect(`/games/${pack.id}/thanks`, 303)
  })
  app.get('/games/:pack{[a-z0-9-]+}/thanks', async (c) => {
    const playing = await playingOf(c)
    const t = words(c.var.lang)
    if (!playing) return c.notFound()
    return answer(
      c,
      playing,
      <BoosterSaid lang={c.var.lang} title={t('boostDoneTitle')} said={t('boostDone')} />,
    )
  })

  app.get('/g/:token', async (c) => {
    const { lang } = c.var
    const t = words(lang)
    const link = await house.inWork(visitor, (work) => readBoosterLink(work, c.req.param('token')))
    const pack = link && (await packOf(link.pack))
    const months = boostMonths.find((one) => String(one) === c.req.query('m')) ?? 1
    const page = { title: t('boostTitle'), width: 'narrow' as const, games: true }
    if (!link || !pack)
      return answerPage(
        c,
        house,
        { ...page, status: 404 },
        <BoosterSaid lang={lang} title={t('boostTitle')} said={t('boostGone')} />,
      )
    return answerPage(
      c,
      house,
      page,
      <BoosterPage lang={lang} pack={pack} easy={link.easy} token={c.req.param('token')} months={months} />,
    )
  })
  app.get('/g/:token/end', (c) => c.redirect(`/g/${c.req.param('token')}`, 302))
  app.post('/g/:token/end', async (c) => {
    await house.inWork(visitor, (work) => stopBoosters(work, c.req.param('token')))
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('boostTitle'), width: 'narrow', games: true },
      <BoosterSaid lang={c.var.lang} title={t('boostTitle')} said={t('boostStopped')} />,
    )
  })

  return app
}
