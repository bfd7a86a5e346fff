import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import { season } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { newToken } from '#platform/seal/index.ts'
import { readChoices } from './db/calendar.ts'
import { seriesForm } from './domain/series-form.ts'
import { planOf } from './domain/series-plan.ts'
import { followSessions } from './follow.ts'
import { DatesPage } from './pages/dates-page.tsx'
import { NewPage } from './pages/new-page.tsx'
import { answerToSeries } from './refusals.ts'
import { saying } from './said.ts'
import { words } from './words.ts'

/** Planning a session or a series: describe it, look at its dates, write it. Only the last step changes anything. */
export function seriesRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  const askAgain = async (c: Ctx, typed: Typed, errors: FieldErrors) => {
    const member = memberOf(c)
    const { lang } = c.var
    const choices = await house.inWork(member, (work) => readChoices(work, member.centre as number, lang))
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      { title: words(lang)('newTitle'), under: '/plan', ...(failed && { errors: true }) },
      <NewPage lang={lang} choices={choices} typed={typed} errors={errors} />,
    )
  }

  const showDates = async (c: Ctx, typed: Typed, clashed: boolean) => {
    const form = check(seriesForm, typed)
    if (!form.ok) return askAgain(c, typed, form.errors)
    const drafted = await house.inWork(memberOf(c), (work) => season.draftSeries(work, planOf(form.value)))
    if (!drafted.ok) return askAgain(c, typed, answerToSeries[drafted.refusal])
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: words(c.var.lang)('plan'),
        under: '/plan',
        ...(clashed && { status: 409, errors: true }),
      },
      <DatesPage
        lang={c.var.lang}
        draft={drafted.value}
        typed={typed}
        gesture={newToken()}
        clashed={clashed}
      />,
    )
  }

  app.get('/plan/new', (c) => askAgain(c, typedIn(c), {}))
  app.get('/plan/new/dates', (c) => showDates(c, typedIn(c), false))

  app.post('/plan/series', async (c) => {
    const form = await readForm(c, seriesForm)
    const typed = withoutChoices(form.typed)
    if (!form.ok) return askAgain(c, typed, form.errors)
    const { languages, hostsNeeded, course, day, gesture } = form.value
    const planned = await house.inWork(memberOf(c), async (work) => {
      const made = await season.planSeries(work, {
        ...planOf(form.value),
        languages: languages.length > 0 ? languages : ['fr'],
        hostsNeeded,
        isCourse: course,
        ...(gesture && { gesture: `form:${gesture}` }),
        publish: form.typed.publish === 'yes',
        choices: choicesIn(form.typed),
      })
      if (made.ok) followSessions(work, made.value.sessions)
      return made
    })
    if (planned.ok)
      return c.redirect(saying(`/plan?day=${day}`, 'planned', planned.value.sessions.length), 303)
    if (planned.refusal === 'clash') return showDates(c, typed, true)
    return askAgain(c, typed, answerToSeries[planned.refusal])
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

const isChoice = (name: string) => /^on\.\d{4}-\d{2}-\d{2}$/.test(name)

const choicesIn = (typed: Typed): Record<string, season.Choice> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      isChoice(name) ? [[name.slice(3), season.readChoice([value].flat()[0])]] : [],
    ),
  )

const withoutChoices = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name]) => !isChoice(name) && name !== 'publish' && name !== 'gesture'),
  )
