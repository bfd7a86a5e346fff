import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { eraseFounder, pauseFounder } from './change-founder.ts'
import { cohortAnswerTo } from './cohort-refusals.ts'
import { cohortRoutes } from './cohort-routes.tsx'
import { writeFounderProfile } from './db/founders.ts'
import { readMilestones } from './db/milestones.ts'
import { milestoneForm, profileForm, removalForm } from './domain/forms.ts'
import type { Founder } from './domain/vocabulary.ts'
import { founderPage, founderUnknown, holdingFounder } from './founder-frame.tsx'
import { MyClinics } from './pages/clinic-mine.tsx'
import { type CohortsBack, MyCohorts } from './pages/cohort-mine.tsx'
import { type Back, MinePage } from './pages/mine.tsx'
import { readClinicsOfFounder } from './read-clinics.ts'
import { readMyCohorts, readOpenCohorts } from './read-cohorts.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { sayMilestone, takeBackMilestone } from './say-milestone.ts'
import { todayAt } from './today.ts'
import { words } from './words.ts'

const nothing: Back = { of: null, typed: {}, errors: {}, refused: null }
const noGroup: CohortsBack = { typed: {}, errors: {}, refused: null }

/** The page of a founder, behind her link: her project, what she reached, what comes next, and the end of it all. */
export function founderLinkRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const base = '/founders/me/:token'
  const addressOf = (c: Ctx) => `/founders/me/${encodeURIComponent(c.req.param('token') ?? '')}`

  const show = async (c: Ctx, back: Back = nothing, groups: CohortsBack = noGroup) => {
    const read = await holdingFounder(c, house, async (work, founder) => {
      const today = await todayAt(work, founder.centre)
      return {
        founder,
        today,
        reached: await readMilestones(work, founder.id),
        clinics: await readClinicsOfFounder(work, house, founder.id),
        mine: await readMyCohorts(work, founder.id),
        open: await readOpenCohorts(work, today, founder.centre),
      }
    })
    if (!read) return founderUnknown(c, house)
    const { founder, today, reached, clinics, mine, open } = read.value
    const refusal = back.refused ? answerTo(back.refused) : groups.refused && cohortAnswerTo(groups.refused)
    return founderPage(
      c,
      house,
      {
        title: words(c.var.lang)('mine'),
        ...(refusal && { status: refusal.status }),
        errors: back.refused === 'form' || groups.refused === 'form',
      },
      <MinePage
        lang={c.var.lang}
        address={addressOf(c)}
        token={c.req.param('token') ?? ''}
        founder={founder}
        reached={reached}
        now={house.now()}
        saved={c.req.query('said') === 'saved'}
        {...back}
      >
        <MyCohorts
          lang={c.var.lang}
          address={addressOf(c)}
          founder={founder}
          today={today}
          mine={mine}
          open={open.filter(
            ({ cohort }) =>
              !mine.some((one) => one.cohort.id === cohort.id && one.application.status !== 'withdrawn'),
          )}
          now={house.now()}
          {...groups}
        />
        <MyClinics lang={c.var.lang} address={addressOf(c)} mine={clinics} now={house.now()} />
      </MinePage>,
    )
  }

  /** Does something as the founder, then goes back to her page; shows it again when refused. */
  const acting = async (
    c: Ctx,
    act: (work: Work, founder: Founder) => Promise<Refusal | null>,
    back: Omit<Back, 'refused'> = nothing,
  ): Promise<Response> => {
    const done = await holdingFounder(c, house, act)
    if (!done) return founderUnknown(c, house)
    return done.value ? show(c, { ...back, refused: done.value }) : c.redirect(addressOf(c), 303)
  }

  app.get(base, (c) => show(c))
  app.route(
    '/',
    cohortRoutes(house, async (c, groups) => show(c, nothing, groups)),
  )
  // An address a form was posted to, opened again: the page it belongs to.
  app.get(`${base}/:gesture`, (c) => c.redirect(addressOf(c), 302))
  app.post(`${base}/profile`, async (c) => {
    const form = await readForm(c, profileForm)
    if (!form.ok) return show(c, { of: 'profile', typed: form.typed, errors: form.errors, refused: 'form' })
    const kept = await holdingFounder(c, house, (work, founder) =>
      writeFounderProfile(work, founder.id, form.value),
    )
    return kept ? c.redirect(`${addressOf(c)}?said=saved`, 303) : founderUnknown(c, house)
  })
  app.post(`${base}/milestones`, async (c) => {
    const form = await readForm(c, milestoneForm)
    const back = { of: 'milestones' as const, typed: form.typed, errors: form.ok ? {} : form.errors }
    return acting(
      c,
      async (work, founder) => {
        if (!form.ok) return 'form'
        const said = await sayMilestone(work, founder, form.value, await todayAt(work, founder.centre))
        return said.ok ? null : said.refusal
      },
      back,
    )
  })
  app.post(`${base}/removals`, async (c) => {
    const form = await readForm(c, removalForm)
    return acting(c, async (work, founder) => {
      const removed = await takeBackMilestone(work, founder, form.ok ? form.value.milestone : 0)
      return removed.ok ? null : removed.refusal
    })
  })
  app.post(`${base}/pauses`, (c) =>
    acting(c, async (work, founder) => {
      const paused = await pauseFounder(work, founder)
      return paused.ok ? null : paused.refusal
    }),
  )
  app.post(`${base}/erasures`, async (c) => {
    const erased = await holdingFounder(c, house, eraseFounder)
    return erased ? c.redirect('/founders/erased', 303) : founderUnknown(c, house)
  })
  return app
}
