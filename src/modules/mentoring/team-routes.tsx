import { type Context, Hono } from 'hono'
import { answerTeam, record, requireMember, withMember } from '#modules/access/index.ts'
import { openContact } from '#modules/people/index.ts'
import { readFounder } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { Result, Work } from '#platform/work/index.ts'
import { applyRound, dropRound, undoRound } from './apply-round.ts'
import { decideMentor } from './change-mentor.ts'
import { readMatch } from './db/matches.ts'
import { type Mentor, readMentor } from './db/mentors.ts'
import { readProposed } from './db/rounds.ts'
import { insertAsk } from './db/wanting.ts'
import { acceptOpen, alternativesFor, choosePair, decidePair } from './decide-pair.ts'
import { choiceForm, decisionForm, founderForm, roundForm, welcomeForm } from './domain/forms.ts'
import { ChoosePage } from './pages/choose.tsx'
import { MentoringHome } from './pages/home.tsx'
import { RoundPage } from './pages/round.tsx'
import { readHome, readSeenRound } from './read-home.ts'
import { readSides } from './read-sides.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { askRound } from './run-round.ts'
import { stopMatch } from './stop-match.ts'
import { words } from './words.ts'

const home = '/ventures/mentoring'

/** Mentors, matchings and matches of a centre: the team reads, coordinators decide. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.use(home, withMember(house), requireMember('facilitator', 'coordinator'))
  app.use(`${home}/*`, withMember(house), requireMember('facilitator', 'coordinator'))
  app.on('POST', `${home}/*`, requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const centreOf = (c: Ctx) => memberOf(c).centre as number
  const decides = (c: Ctx) => memberOf(c).role === 'coordinator'
  const idOf = (c: Context, name = 'id') => {
    const text = c.req.param(name) ?? ''
    return /^\d{1,15}$/.test(text) ? Number(text) : 0
  }
  const frame = (c: Ctx, refused: Refusal | null) => ({
    title: words(c.var.lang)('team'),
    under: '/ventures',
    ...(refused && { status: answerTo(refused).status }),
  })

  const showHome = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, (work) => readHome(work, centreOf(c), c.var.lang))
    const contactOf = (mentor: Mentor) => openContact(house.seal, mentor)?.canonical ?? ''
    return answerTeam(
      c,
      house,
      member,
      frame(c, refused),
      <MentoringHome
        lang={c.var.lang}
        {...read}
        decides={decides(c)}
        contactOf={contactOf}
        refused={refused}
      />,
    )
  }
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
  /** Does one thing and writes in the trail that it was done; shows the page it was asked from when refused. */
  const act = async (
    c: Ctx,
    what: string,
    about: string,
    useCase: (work: Work) => Promise<Result<unknown, { refusal: Refusal }>>,
    { to, back }: { to: string; back: (c: Ctx, refused: Refusal) => Response | Promise<Response> },
  ): Promise<Response> => {
    const result = await house.inWork(memberOf(c), async (work) => {
      const made = await useCase(work)
      if (made.ok) await record(work, what, about)
      return made
    })
    return result.ok ? c.redirect(to, 303) : back(c, result.refusal)
  }

  app.get(home, (c) => showHome(c))
  app.get(`${home}/rounds`, (c) => c.redirect(home, 302))
  app.get(`${home}/asks`, (c) => c.redirect(home, 302))
  app.get(`${home}/:kind{mentors|matches}/:id{[0-9]+}/:gesture{[a-z]+}`, (c) => c.redirect(home, 302))

  app.post(`${home}/mentors/:id{[0-9]+}/decisions`, async (c) => {
    const form = await readForm(c, welcomeForm)
    return act(
      c,
      'mentoring.mentor-decided',
      `mentor:${idOf(c)}`,
      async (work) => {
        const mentor = await readMentor(work, idOf(c))
        if (!mentor || !form.ok) return { ok: false, refusal: 'mentor-unknown' }
        return decideMentor(work, { mentor, decision: form.value.decision, member: memberOf(c).member })
      },
      { to: home, back: showHome },
    )
  })
  app.post(`${home}/asks`, async (c) => {
    const form = await readForm(c, founderForm)
    return act(
      c,
      'mentoring.asked',
      `founder:${form.ok ? form.value.founder : 0}`,
      async (work) => {
        const founder = form.ok ? await readFounder(work, form.value.founder) : null
        if (!founder) return { ok: false, refusal: 'pair-unknown' }
        await insertAsk(work, { centre: founder.centre, founder: founder.id })
        return { ok: true, value: null }
      },
      { to: home, back: showHome },
    )
  })
  app.post(`${home}/rounds`, async (c) => {
    const form = await readForm(c, roundForm)
    const { member } = memberOf(c)
    const asked = await house.inWork(memberOf(c), (work) =>
      askRound(work, { centre: centreOf(c), member, method: form.ok ? form.value.method : 'scores' }),
    )
    return asked.ok ? c.redirect(`${home}/rounds/${asked.value}`, 303) : showHome(c, asked.refusal)
  })

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
  app.post(`${home}/matches/:id{[0-9]+}/stops`, (c) =>
    act(
      c,
      'mentoring.stopped',
      `match:${idOf(c)}`,
      async (work) => {
        const match = await readMatch(work, idOf(c))
        return match ? stopMatch(work, { match, again: true }) : { ok: false, refusal: 'match-unknown' }
      },
      { to: home, back: showHome },
    ),
  )
  return app
}
