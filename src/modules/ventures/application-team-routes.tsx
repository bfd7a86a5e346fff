import { Hono } from 'hono'
import { answerTeam, requireMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { type CohortAnswer, cohortAnswerTo } from './cohort-refusals.ts'
import { readApplication, readApplications, readPresences, writePresence } from './db/applications.ts'
import { readCohort, readCohortMeetings, readCriteria, readScores } from './db/cohorts.ts'
import { readFounder, readFounders } from './db/founders.ts'
import { decideApplication, scoreApplication } from './decide-application.ts'
import type { Cohort } from './domain/cohort.ts'
import { decisionForm, gridForm, presenceForm } from './domain/cohort-forms.ts'
import { judge } from './domain/jury.ts'
import { ApplicationPage } from './pages/application.tsx'
import { CohortRoll } from './pages/cohort-roll.tsx'

type Back = { typed: Typed; errors: FieldErrors; refused: CohortAnswer | null }
const nothing: Back = { typed: {}, errors: {}, refused: null }

/** A number of the address; 0, which nothing has, when it is none. */
const numberIn = (c: Ctx, name: string): number => {
  const number = Number(c.req.param(name))
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** One application before the jury, and who came to one meeting. Who may come here is said by the cohort’s own routes. */
export function applicationTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor & { centre: number }
  const cohortHere = async (work: Work, c: Ctx): Promise<Cohort | null> => {
    const cohort = await readCohort(work, Number(c.req.param('id')))
    return cohort?.centre === memberOf(c).centre ? cohort : null
  }
  const applicationHere = async (work: Work, c: Ctx) => {
    const cohort = await cohortHere(work, c)
    const application = cohort && (await readApplication(work, numberIn(c, 'application')))
    return cohort && application?.cohort === cohort.id ? { cohort, application } : null
  }

  const one = '/ventures/cohorts/:id{[0-9]{1,9}}/applications/:application'
  const addressOf = (c: Ctx) =>
    `/ventures/cohorts/${c.req.param('id')}/applications/${c.req.param('application')}`
  const show = async (c: Ctx, back: Back = nothing) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const here = await applicationHere(work, c)
      const founder = here && (await readFounder(work, here.application.founder))
      if (!here || !founder) return null
      const criteria = await readCriteria(work, here.cohort.id)
      const scores = await readScores(work, [here.application.id])
      const own = scores.filter((score) => score.member === member.member)
      const [judged] = judge([here.application.id], criteria, scores)
      return {
        ...here,
        founder,
        criteria,
        mine: new Map(own.map(({ criterion, score }) => [criterion, score])),
        judged: member.role === 'coordinator' ? (judged ?? null) : null,
      }
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      {
        title: read.founder.name,
        under: '/ventures',
        errors: back.refused === 'form',
        ...(back.refused && { status: cohortAnswerTo(back.refused).status }),
      },
      <ApplicationPage lang={c.var.lang} {...read} {...back} saved={c.req.query('said') === 'saved'} />,
    )
  }
  app.get(one, (c) => show(c))
  // An address a form was posted to, opened again: the application it belongs to.
  app.get(`${one}/:gesture`, (c) => c.redirect(addressOf(c), 302))
  app.post(`${one}/scores`, async (c) => {
    const member = memberOf(c)
    const criteria = await house.inWork(member, async (work) => {
      const here = await applicationHere(work, c)
      return here && readCriteria(work, here.cohort.id)
    })
    if (!criteria) return c.notFound()
    const form = await readForm(c, gridForm(criteria.map(({ position }) => position)))
    if (!form.ok) return show(c, { typed: form.typed, errors: form.errors, refused: 'form' })
    const scored = await house.inWork(member, async (work) => {
      const here = await applicationHere(work, c)
      if (!here) throw new Error('an application is erased while it is judged')
      const given = new Map(criteria.map(({ position }) => [position, Number(form.value[`c${position}`])]))
      return scoreApplication(work, { application: here.application, member: member.member, given })
    })
    return scored.ok
      ? c.redirect(`${addressOf(c)}?said=saved`, 303)
      : show(c, { ...nothing, refused: scored.refusal })
  })
  app.post(`${one}/decisions`, requireMember('coordinator'), async (c) => {
    const form = await readForm(c, decisionForm)
    const decided = await house.inWork(memberOf(c), async (work) => {
      const here = await applicationHere(work, c)
      if (!here || !form.ok) return null
      return decideApplication(work, {
        id: here.application.id,
        decision: form.value.decision,
        member: memberOf(c).member,
      })
    })
    if (!decided) return c.notFound()
    return decided.ok
      ? c.redirect(`/ventures/cohorts/${c.req.param('id')}`, 303)
      : show(c, { ...nothing, refused: decided.refusal })
  })

  const roll = '/ventures/cohorts/:id{[0-9]{1,9}}/meetings/:meeting'
  const meetingHere = async (work: Work, c: Ctx) => {
    const cohort = await cohortHere(work, c)
    const meetings = cohort ? await readCohortMeetings(work, [cohort.id]) : []
    const meeting = meetings.find(({ id }) => id === numberIn(c, 'meeting'))
    return cohort && meeting ? { cohort, meeting } : null
  }
  app.get(roll, async (c) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const here = await meetingHere(work, c)
      if (!here) return null
      const names = new Map((await readFounders(work)).map(({ id, name }) => [id, name]))
      const confirmed = (await readApplications(work, here.cohort.id)).filter(
        ({ status }) => status === 'confirmed',
      )
      const presences = await readPresences(
        work,
        confirmed.map(({ id }) => id),
      )
      return {
        ...here,
        people: confirmed.map(({ id, founder }) => ({
          application: id,
          name: names.get(founder) ?? '',
          came: presences.get(id)?.get(here.meeting.id) ?? null,
        })),
      }
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      { title: read.cohort.texts.fr.title, under: '/ventures' },
      <CohortRoll lang={c.var.lang} {...read} />,
    )
  })
  app.post(roll, async (c) => {
    const form = await readForm(c, presenceForm)
    const marked = await house.inWork(memberOf(c), async (work) => {
      const here = await meetingHere(work, c)
      const application = here && form.ok ? await readApplication(work, form.value.application) : null
      const isIn = application?.cohort === here?.cohort.id && application?.status === 'confirmed'
      const hasBegun = here && Temporal.Instant.compare(here.meeting.startsAt, work.now) <= 0
      if (!here || !form.ok || !application || !isIn || !hasBegun) return false
      await writePresence(work, {
        meeting: here.meeting.id,
        application: application.id,
        centre: here.cohort.centre,
        came: form.value.came || null,
        member: memberOf(c).member,
      })
      return true
    })
    return marked
      ? c.redirect(`/ventures/cohorts/${c.req.param('id')}/meetings/${c.req.param('meeting')}`, 303)
      : c.notFound()
  })
  return app
}
