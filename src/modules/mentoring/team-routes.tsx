import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { openContact } from '#modules/people/index.ts'
import { readFounder } from '#modules/ventures/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { decideMentor } from './change-mentor.ts'
import { readMatch } from './db/matches.ts'
import { type Mentor, readMentor } from './db/mentors.ts'
import { insertAsk } from './db/wanting.ts'
import { founderForm, roundForm, welcomeForm } from './domain/forms.ts'
import { MentoringHome } from './pages/home.tsx'
import { readHome } from './read-home.ts'
import type { Refusal } from './refusals.ts'
import { roundRoutes } from './round-routes.tsx'
import { askRound } from './run-round.ts'
import { stopMatch } from './stop-match.ts'
import { actor, centreOf, decides, frame, home, idOf, memberOf } from './team-frame.ts'

/** Mentors, matchings and matches of a centre: the team reads, coordinators decide. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.use(home, withMember(house), requireMember('facilitator', 'coordinator'))
  app.use(`${home}/*`, withMember(house), requireMember('facilitator', 'coordinator'))
  app.on('POST', `${home}/*`, requireMember('coordinator'))
  const act = actor(house)

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
  app.route('/', roundRoutes(house))
  return app
}
