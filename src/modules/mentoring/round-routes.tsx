import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { applyRound, dropRound, undoRound } from './apply-round.ts'
import { readProposed } from './db/rounds.ts'
import { acceptOpen, alternativesFor, choosePair, decidePair } from './decide-pair.ts'
import { choiceForm, decisionForm } from './domain/forms.ts'
import { ChoosePage } from './pages/choose.tsx'
import { RoundPage } from './pages/round.tsx'
import { readSeenRound } from './read-home.ts'
import { readSides } from './read-sides.ts'
import type { Refusal } from './refusals.ts'
import { actor, centreOf, decides, frame, home, idOf, memberOf } from './team-frame.ts'

/** One matching: what it proposes, decided pair by pair, applied or left. Who may ask was looked at before. */
export function roundRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const act = actor(house)

  const showRound = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, (work) => readSeenRound(work, centreOf(c), idOf(c)))
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      {
        ...frame(c, refused),
        // The worker finds a large one: the page looks again by itself until then.
        ...(read.round.status === 'waiting' && { head: <meta http-equiv="refresh" content="3" /> }),
      },
      <RoundPage lang={c.var.lang} {...read} decides={decides(c)} refused={refused} />,
    )
  }
  const showChoice = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const founder = idOf(c, 'founder')
    const read = await house.inWork(member, async (work) => {
      const seen = await readSeenRound(work, centreOf(c), idOf(c))
      const alternatives = alternativesFor(await readSides(work), await readProposed(work, idOf(c)), founder)
      return seen?.round.status === 'ready' && seen.proposed.some((one) => one.founder === founder)
        ? { ...seen, alternatives }
        : null
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      frame(c, refused),
      <ChoosePage
        lang={c.var.lang}
        round={read.round.id}
        founder={founder}
        founderNames={read.founderNames}
        mentorNames={read.mentorNames}
        alternatives={read.alternatives}
        refused={refused}
      />,
    )
  }
  const round = `${home}/rounds/:id{[0-9]+}`
  const here = (c: Ctx) => ({ to: `${home}/rounds/${idOf(c)}`, back: showRound })
  app.get(round, (c) => showRound(c))
  app.get(`${round}/pairs/:founder{[0-9]+}`, (c) => showChoice(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get(`${round}/:gesture{[a-z]+}`, (c) => c.redirect(`${home}/rounds/${idOf(c)}`, 302))
  app.get(`${round}/pairs/:founder{[0-9]+}/:gesture{[a-z]+}`, (c) =>
    c.redirect(`${home}/rounds/${idOf(c)}`, 302),
  )

  app.post(`${round}/pairs/:founder{[0-9]+}/decisions`, async (c) => {
    const form = await readForm(c, decisionForm)
    return act(
      c,
      'mentoring.pair-decided',
      `round:${idOf(c)}`,
      async (work) =>
        form.ok
          ? decidePair(work, {
              round: idOf(c),
              founder: idOf(c, 'founder'),
              centre: centreOf(c),
              decision: form.value.decision,
            })
          : { ok: false, refusal: 'form' },
      here(c),
    )
  })
  app.post(`${round}/pairs/:founder{[0-9]+}/choices`, async (c) => {
    const form = await readForm(c, choiceForm)
    return act(
      c,
      'mentoring.pair-chosen',
      `round:${idOf(c)}`,
      async (work) =>
        form.ok
          ? choosePair(work, { round: idOf(c), founder: idOf(c, 'founder'), mentor: form.value.mentor })
          : { ok: false, refusal: 'pair-unknown' },
      { to: `${home}/rounds/${idOf(c)}`, back: showChoice },
    )
  })
  app.post(`${round}/acceptances`, (c) =>
    act(c, 'mentoring.pairs-accepted', `round:${idOf(c)}`, (work) => acceptOpen(work, idOf(c)), here(c)),
  )
  app.post(`${round}/applications`, (c) =>
    act(
      c,
      'mentoring.applied',
      `round:${idOf(c)}`,
      (work) => applyRound(work, { round: idOf(c), centre: centreOf(c), member: memberOf(c).member }),
      here(c),
    ),
  )
  app.post(`${round}/undos`, (c) =>
    act(c, 'mentoring.undone', `round:${idOf(c)}`, (work) => undoRound(work, idOf(c)), here(c)),
  )
  app.post(`${round}/drops`, (c) =>
    act(c, 'mentoring.dropped', `round:${idOf(c)}`, (work) => dropRound(work, idOf(c)), here(c)),
  )
  return app
}
