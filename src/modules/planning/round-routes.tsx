import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { nomadic } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readChoices } from './db/calendar.ts'
import { readOffers } from './db/stop.ts'
import { legsOf, roundForm, roundPlanOf } from './domain/round-form.ts'
import { RoundDatesPage } from './pages/round-dates.tsx'
import { RoundListPage } from './pages/round-list.tsx'
import { NewRoundPage } from './pages/round-new.tsx'
import { readRoundClashes } from './round-clashes.ts'
import { roundWords } from './round-words.ts'

/** Rounds: a day of stops that comes back. Described, looked at date by date, then written. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  for (const path of ['/plan/rounds', '/plan/rounds/*'])
    app.use(path, withMember(house), requireMember('coordinator'))

  app.get('/plan/rounds', async (c) => {
    const member = memberOf(c)
    const rounds = await house.inWork(member, (work) => nomadic.readRounds(work, member.centre as number))
    return answerTeam(
      c,
      house,
      member,
      { title: roundWords(c.var.lang)('title'), under: '/plan/stops' },
      <RoundListPage lang={c.var.lang} rounds={rounds} />,
    )
  })

  const askAgain = async (
    c: Ctx,
    typed: Typed,
    errors: FieldErrors,
    problems: readonly nomadic.LegProblem[] = [],
  ) => {
    const member = memberOf(c)
    const { lang } = c.var
    const centre = member.centre as number
    const choices = await house.inWork(member, async (work) => ({
      ...(await readChoices(work, centre, lang)),
      offers: await readOffers(work, centre, lang),
    }))
    const failed = Object.keys(errors).length > 0 || problems.length > 0
    return answerTeam(
      c,
      house,
      member,
      { title: roundWords(lang)('newTitle'), under: '/plan/stops', ...(failed && { errors: true }) },
      <NewRoundPage lang={lang} choices={choices} typed={typed} errors={errors} problems={problems} />,
    )
  }
  app.get('/plan/rounds/new', (c) => askAgain(c, typedIn(c), {}))

  /** The plan a form describes, or what is to mend in it. */
  const planIn = (typed: Typed) => {
    const form = check(roundForm, typed)
    const legs = legsOf(typed)
    const wrongLeg: FieldErrors = 'field' in legs ? { [legs.field]: legs.word } : {}
    if (!form.ok) return { ok: false as const, errors: { ...form.errors, ...wrongLeg } }
    if ('field' in legs) return { ok: false as const, errors: wrongLeg }
    return { ok: true as const, plan: roundPlanOf(form.value, legs.legs) }
  }

  const showDates = async (c: Ctx, typed: Typed, meanwhile: boolean) => {
    const read = planIn(typed)
    if (!read.ok) return askAgain(c, typed, read.errors)
    const { plan } = read
    const drafted = await house.inWork(memberOf(c), (work) => nomadic.draftRound(work, plan))
    if (!drafted.ok) return answerRefused(c, typed, drafted)
    const { days, timeZone } = drafted.value
    const clashes = await house.inWork(memberOf(c), (work) => readRoundClashes(work, days, plan))
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: roundWords(c.var.lang)('title'),
        under: '/plan/stops',
        ...(meanwhile && { errors: true, status: 409 }),
      },
      <RoundDatesPage
        lang={c.var.lang}
        name={plan.name}
        days={days}
        timeZone={timeZone}
        clashes={clashes}
        typed={typed}
        meanwhile={meanwhile}
      />,
    )
  }
  const answerRefused = (c: Ctx, typed: Typed, refused: nomadic.RoundRefusal) => {
    if (refused.refusal === 'legs-impossible') return askAgain(c, typed, {}, refused.problems)
    const fields = { 'place-unknown': 'place1', 'no-date': 'day', 'name-missing': 'name' } as const
    return askAgain(c, typed, { [fields[refused.refusal]]: refused.refusal })
  }
  app.get('/plan/rounds/dates', (c) => showDates(c, typedIn(c), false))

  app.post('/plan/rounds', async (c) => {
    const { typed } = await readForm(c, roundForm)
    const { days, ...kept } = typed
    const read = planIn(kept)
    if (!read.ok) return askAgain(c, kept, read.errors)
    const planned = await house.inWork(memberOf(c), (work) =>
      nomadic.planRound(work, { ...read.plan, days: [days ?? []].flat() }),
    )
    if (planned.ok) {
      const { stops } = planned.value
      return c.redirect(`/plan/stops?day=${read.plan.startsOn}&said=round.${stops.length}`, 303)
    }
    if (planned.refusal === 'legs-impossible') return answerRefused(c, kept, planned)
    if (planned.refusal === 'no-date' || planned.refusal === 'name-missing')
      return answerRefused(c, kept, { refusal: planned.refusal })
    return showDates(c, kept, true)
  })
  return app
}

/** What an address carries, as a form would. */
function typedIn(c: Ctx): Typed {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length > 1 ? values : (values[0] ?? ''),
    ]),
  )
}
