import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { applyToCohort, confirmSeat, withdrawApplication } from './apply-to-cohort.ts'
import { cohortCalendar } from './cohort-calendar.ts'
import type { CohortAnswer } from './cohort-refusals.ts'
import { readCohort, readCohortMeetings, readCriteria } from './db/cohorts.ts'
import { answerForm, applyForm } from './domain/cohort-forms.ts'
import type { Founder } from './domain/vocabulary.ts'
import { founderUnknown, holdingFounder } from './founder-frame.tsx'
import type { CohortsBack } from './pages/cohort-mine.tsx'
import { CohortPage, textsOf } from './pages/cohort-open.tsx'
import { todayAt } from './today.ts'

/** Shows a founder’s own page again, with what is to be mended about her groups. */
export type ShowAgain = (c: Ctx, back: CohortsBack) => Promise<Response>

/** A group for everybody to read of; applying to it, saying yes and giving it up from a founder’s own page. */
export function cohortRoutes(house: House, showAgain: ShowAgain): Routes {
  const app = new Hono<Env>()

  app.get('/founders/cohorts/:id{[0-9]{1,9}}', async (c) => {
    const read = await house.inWork({ kind: 'visitor' }, async (work) => {
      const cohort = await readCohort(work, Number(c.req.param('id')))
      return (
        cohort && {
          offered: { cohort, meetings: await readCohortMeetings(work, [cohort.id]) },
          criteria: await readCriteria(work, cohort.id),
          slug: (await readTowns(work)).find(({ centre }) => centre === cohort.centre)?.slug ?? '',
          today: await todayAt(work, cohort.centre),
        }
      )
    })
    if (!read) return c.notFound()
    const { title, summary } = textsOf(read.offered.cohort, c.var.lang)
    return answerPage(
      c,
      house,
      { title, description: summary, theme: 'entrepreneurship', width: 'narrow' },
      <CohortPage lang={c.var.lang} {...read} />,
    )
  })

  app.get('/founders/cohorts/:id{[0-9]{1,9}}/meetings.ics', async (c) => {
    const read = await house.inWork({ kind: 'visitor' }, async (work) => {
      const cohort = await readCohort(work, Number(c.req.param('id')))
      return cohort && { cohort, meetings: await readCohortMeetings(work, [cohort.id]) }
    })
    if (!read) return c.notFound()
    const { cohort, meetings } = read
    const { title } = textsOf(cohort, c.var.lang)
    c.header('content-type', 'text/calendar; charset=utf-8')
    return c.body(cohortCalendar({ id: cohort.id, title, meetings }, house.settings.publicUrl, house.now()))
  })

  const base = '/founders/me/:token'
  const addressOf = (c: Ctx) => `/founders/me/${encodeURIComponent(c.req.param('token') ?? '')}`
  const acting = async (
    c: Ctx,
    act: (work: Work, founder: Founder) => Promise<CohortAnswer | null>,
    back: Omit<CohortsBack, 'refused'> = { typed: {}, errors: {} },
  ): Promise<Response> => {
    const done = await holdingFounder(c, house, async (work, founder) => act(work, founder))
    if (!done) return founderUnknown(c, house)
    return done.value ? showAgain(c, { ...back, refused: done.value }) : c.redirect(addressOf(c), 303)
  }
  app.post(`${base}/applications`, async (c) => {
    const form = await readForm(c, applyForm)
    return acting(
      c,
      async (work, founder) => {
        if (!form.ok) return 'form'
        const sent = await applyToCohort(work, founder, form.value, await todayAt(work, founder.centre))
        return sent.ok ? null : sent.refusal
      },
      { typed: form.typed, errors: form.ok ? {} : form.errors },
    )
  })
  app.post(`${base}/confirmations`, async (c) => {
    const form = await readForm(c, answerForm)
    return acting(c, async (work, founder) => {
      const said = await confirmSeat(work, founder, form.ok ? form.value.application : 0)
      return said.ok ? null : said.refusal
    })
  })
  app.post(`${base}/withdrawals`, async (c) => {
    const form = await readForm(c, answerForm)
    return acting(c, async (work, founder) => {
      const given = await withdrawApplication(work, founder, form.ok ? form.value.application : 0)
      return given.ok ? null : given.refusal
    })
  })
  return app
}
