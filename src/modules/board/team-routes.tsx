import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { readTowns } from '#modules/network/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { readFigures } from './db/around.ts'
import { readMoments, readMomentsOf } from './db/moments.ts'
import { type Neighbour, readNeighbours } from './db/neighbours.ts'
import { type Notice, readNotices } from './db/notices.ts'
import { readReports } from './db/reports.ts'
import { keepNotice, publishNotice, refuseNotice } from './decide-notice.ts'
import { introductionForm, matchForm, refusalForm } from './domain/forms.ts'
import { readChoice } from './domain/moment.ts'
import { finish, helped } from './end.ts'
import { introduce, introduceMatch, refuseIntroduction } from './introduce.ts'
import { FiguresPage } from './pages/figures.tsx'
import { MatchesPage } from './pages/matches.tsx'
import { ModerationPage, type Read } from './pages/moderation.tsx'
import { idOf } from './read-address.ts'
import { readMatches } from './read-matches.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { type Word, words } from './words.ts'
import { askForWorkshop } from './workshop.ts'

type Acted = { ok: true } | { ok: false; refusal: Refusal }
const saidWords = ['published', 'refused', 'kept', 'introduced', 'ended'] as const

/** The team reads what is written, puts people in touch, and counts. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const team = [withMember(house), requireMember('facilitator', 'coordinator')] as const
  for (const path of ['/board/moderation', '/board/moderation/*', '/board/matches', '/board/matches/*'])
    app.use(path, ...team)
  app.use('/board/figures', withMember(house), requireMember('facilitator', 'coordinator', 'network-manager'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const saidOf = (c: Ctx) => saidWords.find((word) => word === c.req.query('said')) ?? null
  const whoOf = (neighbours: Map<number, Neighbour>) => (id: number) => {
    const neighbour = neighbours.get(id)
    return {
      name: neighbour?.name ?? '',
      contact: neighbour ? (openContact(house.seal, neighbour)?.canonical ?? '') : '',
    }
  }
  const page = (word: Word, under: string, refused: Refusal | null) => (c: Ctx) => ({
    title: words(c.var.lang)(word),
    under,
    ...(refused && { errors: true, status: answerTo(refused).status }),
  })

  const moderation = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const ours = { centre: member.centre as number }
      const waiting = await readNotices(work, { ...ours, status: ['waiting'] })
      const up = await readNotices(work, { ...ours, status: ['published'] })
      const reports = await readReports(work)
      const who = whoOf(
        await readNeighbours(
          work,
          [...waiting, ...up].map(({ neighbour }) => neighbour),
        ),
      )
      const momentOf = await readMomentsOf(work, [...waiting, ...up])
      const readOf = (notice: Notice): Read => ({
        notice,
        ...who(notice.neighbour),
        moment: momentOf(notice),
        reports: reports.get(notice.id) ?? [],
      })
      const town = (await readTowns(work)).find(({ centre }) => centre === ours.centre)
      return {
        waiting: waiting.map(readOf),
        up: up.map(readOf),
        wall: `/board/wall?centre=${town?.slug ?? ''}`,
      }
    })
    return answerTeam(
      c,
      house,
      member,
      page('moderation', '/board/moderation', refused)(c),
      <ModerationPage
        lang={c.var.lang}
        {...read}
        mayPlan={member.role === 'coordinator'}
        said={saidOf(c)}
        refused={refused}
      />,
    )
  }
  app.get('/board/moderation', (c) => moderation(c))

  const matches = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const found = await readMatches(work, member.centre as number)
      const people = [
        ...found.answers.flatMap(({ introduction, notice }) => [introduction.other, notice.neighbour]),
        ...found.now.flatMap(({ introduction, notice }) => [introduction.other, notice.neighbour]),
        ...found.proposals.flatMap(({ ask, fits }) => [
          ask.neighbour,
          ...fits.map(({ offer }) => offer.neighbour),
        ]),
      ]
      return {
        ...found,
        who: whoOf(await readNeighbours(work, people)),
        moments: await readMoments(work, member.centre as number, 12),
      }
    })
    return answerTeam(
      c,
      house,
      member,
      page('matches', '/board/moderation', refused)(c),
      <MatchesPage lang={c.var.lang} {...read} said={saidOf(c)} refused={refused} />,
    )
  }
  app.get('/board/matches', (c) => matches(c))

  app.get('/board/figures', async (c) => {
    const member = memberOf(c)
    const figures = await house.inWork(member, readFigures)
    return answerTeam(
      c,
      house,
      member,
      page('figures', '/board/moderation', null)(c),
      <FiguresPage lang={c.var.lang} figures={figures} ofTheNetwork={member.role === 'network-manager'} />,
    )
  })

  /** Acts as the member, then shows the page again with what was said, or with what stood in the way. */
  const act = async (
    c: Ctx,
    shown: '/board/moderation' | '/board/matches',
    said: (typeof saidWords)[number],
    gesture: (work: Work, member: MemberActor) => Promise<Acted>,
  ) => {
    const member = memberOf(c)
    const acted = await house.inWork(member, (work) => gesture(work, member))
    if (acted.ok) return c.redirect(`${shown}?said=${said}`, 303)
    if (answerTo(acted.refusal).status === 404) return c.notFound()
    return shown === '/board/matches' ? matches(c, acted.refusal) : moderation(c, acted.refusal)
  }
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/moderation/:id{[0-9]+}/*', (c) => c.redirect('/board/moderation', 302))
  app.get('/board/matches/:id{[0-9]+}/*', (c) => c.redirect('/board/matches', 302))
  const notice = '/board/moderation/:id{[0-9]+}'
  app.post(`${notice}/publications`, (c) =>
    act(c, '/board/moderation', 'published', (work, member) =>
      publishNotice(work, { notice: idOf(c), member }),
    ),
  )
  app.post(`${notice}/refusals`, async (c) => {
    const form = await readForm(c, refusalForm)
    return act(c, '/board/moderation', 'refused', async (work, member) =>
      form.ok
        ? refuseNotice(work, { notice: idOf(c), sentence: form.value.sentence, member })
        : { ok: false, refusal: 'refusal-missing' },
    )
  })
  app.post(`${notice}/readings`, (c) =>
    act(c, '/board/moderation', 'kept', (work, member) => keepNotice(work, { notice: idOf(c), member })),
  )
  app.post(`${notice}/ends`, (c) =>
    act(c, '/board/moderation', 'ended', (work, member) => helped(work, { notice: idOf(c), member })),
  )
  app.post(`${notice}/workshops`, (c) =>
    act(c, '/board/moderation', 'ended', (work, member) =>
      askForWorkshop(work, { notice: idOf(c), member, wanted: true }),
    ),
  )
  app.post(`${notice}/workshops/seen`, (c) =>
    act(c, '/board/moderation', 'ended', (work, member) =>
      askForWorkshop(work, { notice: idOf(c), member, wanted: false }),
    ),
  )
  app.post('/board/matches', async (c) => {
    const form = await readForm(c, matchForm)
    return act(c, '/board/matches', 'introduced', async (work, member) =>
      form.ok
        ? introduceMatch(work, { ...form.value, moment: readChoice(form.value.moment), member })
        : { ok: false, refusal: 'notice-unknown' },
    )
  })
  const introduction = '/board/matches/:id{[0-9]+}'
  app.post(`${introduction}/introductions`, async (c) => {
    const form = await readForm(c, introductionForm)
    const moment = readChoice(form.ok ? form.value.moment : '')
    return act(c, '/board/matches', 'introduced', (work, member) =>
      introduce(work, { introduction: idOf(c), moment, member }),
    )
  })
  app.post(`${introduction}/refusals`, (c) =>
    act(c, '/board/matches', 'ended', (work, member) =>
      refuseIntroduction(work, { introduction: idOf(c), member }),
    ),
  )
  app.post(`${introduction}/ends`, (c) =>
    act(c, '/board/matches', 'ended', (work) => finish(work, { introduction: idOf(c), by: null })),
  )
  return app
}
