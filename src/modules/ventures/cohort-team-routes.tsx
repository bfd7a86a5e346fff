import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import type { FieldError } from '#ui/form.tsx'
import { applicationTeamRoutes } from './application-team-routes.tsx'
import { type CohortAnswer, cohortAnswerTo } from './cohort-refusals.ts'
import { type CohortWord, cohortWords } from './cohort-words.ts'
import { readApplications } from './db/applications.ts'
import { readHere } from './db/clinics.ts'
import { readCohort, readCohortMeetings, readCohorts, readCriteria, readScores } from './db/cohorts.ts'
import { readFounders } from './db/founders.ts'
import { cohortForm, statusForm } from './domain/cohort-forms.ts'
import { judge } from './domain/jury.ts'
import { moveCohort, type OpenCohortRefusal, openCohort } from './open-cohort.ts'
import { CohortTeamPage } from './pages/cohort-team.tsx'
import { CohortsTeamPage } from './pages/cohorts-team.tsx'

/** The field a refusal is about. */
const fieldOf: Readonly<Record<OpenCohortRefusal, string>> = {
  'room-unknown': 'room',
  'meeting-too-short': 'to',
  'room-taken': 'first',
}

/** Cohorts as their team sees them: opening one, who applies, how the jury ranks them, what comes next. */
export function cohortTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor & { centre: number }
  for (const path of ['/ventures/cohorts', '/ventures/cohorts/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))

  const list = async (c: Ctx, typed: Typed = {}, errors: readonly FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      cohorts: await readCohorts(work, { centre: member.centre }),
      here: await readHere(work, member.centre),
    }))
    return answerTeam(
      c,
      house,
      member,
      {
        title: cohortWords(c.var.lang)('team'),
        under: '/ventures',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <CohortsTeamPage
        lang={c.var.lang}
        {...read}
        typed={typed}
        errors={errors}
        decides={member.role === 'coordinator'}
      />,
    )
  }
  app.get('/ventures/cohorts', (c) => list(c))
  app.post('/ventures/cohorts', requireMember('coordinator'), async (c) => {
    const t = cohortWords(c.var.lang)
    const form = await readForm(c, cohortForm)
    if (!form.ok)
      return list(
        c,
        form.typed,
        Object.entries(form.errors).map(([field, word]) => ({ field, message: t(word as CohortWord) })),
      )
    const { title, summary, titleEn, titleAr, ...wish } = form.value
    const member = memberOf(c)
    const opened = await house.inWork(member, (work) =>
      openCohort(work, {
        ...wish,
        centre: member.centre,
        texts: {
          fr: { title, summary },
          ...(titleEn && { en: { title: titleEn, summary } }),
          ...(titleAr && { ar: { title: titleAr, summary } }),
        },
      }),
    )
    if (opened.ok) return c.redirect(`/ventures/cohorts/${opened.value.id}`, 303)
    const { status, word } = cohortAnswerTo(opened.refusal)
    return list(c, form.typed, [{ field: fieldOf[opened.refusal], message: t(word) }], status)
  })

  const base = '/ventures/cohorts/:id{[0-9]{1,9}}'
  const show = async (c: Ctx, refused: CohortAnswer | null = null) => {
    const member = memberOf(c)
    const decides = member.role === 'coordinator'
    const read = await house.inWork(member, async (work) => {
      const cohort = await readCohort(work, Number(c.req.param('id')))
      if (!cohort || cohort.centre !== member.centre) return null
      const founders = new Map((await readFounders(work)).map((founder) => [founder.id, founder]))
      const applications = await readApplications(work, cohort.id)
      const ids = applications.map(({ id }) => id)
      return {
        cohort,
        meetings: await readCohortMeetings(work, [cohort.id]),
        applicants: applications.map((application) => ({
          application,
          name: founders.get(application.founder)?.name ?? '',
          idea: founders.get(application.founder)?.idea ?? '',
        })),
        judged: judge(ids, await readCriteria(work, cohort.id), decides ? await readScores(work, ids) : []),
      }
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      {
        title: read.cohort.texts.fr.title,
        under: '/ventures',
        ...(refused && { status: cohortAnswerTo(refused).status }),
      },
      <CohortTeamPage lang={c.var.lang} {...read} decides={decides} now={house.now()} refused={refused} />,
    )
  }
  app.get(base, (c) => show(c))
  // An address a form was posted to, opened again: the cohort it belongs to.
  app.get(`${base}/statuses`, (c) => c.redirect(`/ventures/cohorts/${c.req.param('id')}`, 302))
  app.post(`${base}/statuses`, requireMember('coordinator'), async (c) => {
    const form = await readForm(c, statusForm)
    const moved = await house.inWork(memberOf(c), async (work) => {
      const cohort = await readCohort(work, Number(c.req.param('id')))
      if (!cohort || cohort.centre !== memberOf(c).centre || !form.ok) return null
      return moveCohort(work, cohort.id, form.value.status)
    })
    if (!moved) return c.notFound()
    return moved.ok ? c.redirect(`/ventures/cohorts/${c.req.param('id')}`, 303) : show(c, moved.refusal)
  })
  return app.route('/', applicationTeamRoutes(house))
}
