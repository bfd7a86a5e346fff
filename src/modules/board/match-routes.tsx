import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readMoments } from './db/moments.ts'
import { readNeighbours } from './db/neighbours.ts'
import { introductionForm, matchForm } from './domain/forms.ts'
import { readChoice } from './domain/moment.ts'
import { finish } from './end.ts'
import { introduce, introduceMatch, refuseIntroduction } from './introduce.ts'
import { MatchesPage } from './pages/matches.tsx'
import { idOf } from './read-address.ts'
import { readMatches } from './read-matches.ts'
import type { Refusal } from './refusals.ts'
import { actor, frame, memberOf, saidOf, whoOf } from './team-frame.ts'

/** Answers and what the rules propose: a member puts two people in touch. Who may ask was looked at before. */
export function matchRoutes(house: House): Routes {
  const app = new Hono<Env>()
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
        who: whoOf(house, await readNeighbours(work, people)),
        moments: await readMoments(work, member.centre as number, 12),
      }
    })
    return answerTeam(
      c,
      house,
      member,
      frame(c, 'matches', refused),
      <MatchesPage lang={c.var.lang} {...read} said={saidOf(c)} refused={refused} />,
    )
  }
  const act = actor(house, '/board/matches', matches)

  app.get('/board/matches', (c) => matches(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/matches/:id{[0-9]+}/*', (c) => c.redirect('/board/matches', 302))
  app.post('/board/matches', async (c) => {
    const form = await readForm(c, matchForm)
    return act(c, 'introduced', async (work, member) =>
      form.ok
        ? introduceMatch(work, { ...form.value, moment: readChoice(form.value.moment), member })
        : { ok: false, refusal: 'notice-unknown' },
    )
  })
  const introduction = '/board/matches/:id{[0-9]+}'
  app.post(`${introduction}/introductions`, async (c) => {
    const form = await readForm(c, introductionForm)
    const moment = readChoice(form.ok ? form.value.moment : '')
    return act(c, 'introduced', (work, member) => introduce(work, { introduction: idOf(c), moment, member }))
  })
  app.post(`${introduction}/refusals`, (c) =>
    act(c, 'ended', (work, member) => refuseIntroduction(work, { introduction: idOf(c), member })),
  )
  app.post(`${introduction}/ends`, (c) =>
    act(c, 'ended', (work) => finish(work, { introduction: idOf(c), by: null })),
  )
  return app
}
