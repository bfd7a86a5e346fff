import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { changeActivity } from './activity-change.ts'
import { copyActivity } from './activity-copy.ts'
import { createActivity } from './activity-create.ts'
import { activityFilters } from './activity-filters.ts'
import { activityForm, contentOf, freshActivity, typedOf } from './activity-form.ts'
import { importRoutes } from './activity-import-routes.tsx'
import { previewOf } from './activity-preview.ts'
import { type ActivityAsker, answerToChange, askerOf, readSaid, saying } from './activity-said.ts'
import { words } from './activity-words.ts'
import { countSessionsToCome, readActivities, readActivity } from './db/activity.ts'
import { type Activity, mayChange } from './domain/activity.ts'
import { ActivityList } from './pages/activity-list.tsx'
import { ActivityPage } from './pages/activity-page.tsx'

/** The catalogue, for coordinators (their own activities) and the network manager (the network’s). */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const under = '/plan/activities'
  for (const path of [under, `${under}.csv`, `${under}/*`])
    app.use(path, withMember(house), requireMember('coordinator', 'network-manager'))
  app.route('/', importRoutes(house))

  const answerOne = (
    c: Ctx,
    activity: Activity | null,
    typed: Typed,
    errors: FieldErrors,
    status?: number,
  ) => {
    const asker = askerOf(c)
    const { lang } = c.var
    const failed = Object.keys(errors).length > 0
    const title = activity?.texts[lang]?.title ?? activity?.texts.fr.title ?? words(lang)('new')
    return answerTeam(
      c,
      house,
      asker.member,
      { title, under, ...(failed && { errors: true }), ...(status && { status }) },
      <ActivityPage
        lang={lang}
        activity={activity}
        typed={typed}
        errors={errors}
        preview={previewOf(typed)}
        day={dayToCome(house)}
        mayChange={activity === null || mayChange(asker, activity)}
        inCentre={asker.centre !== null}
        said={readSaid(lang, c.req.query('said'))}
        checked={typed.gesture === 'check'}
      />,
    )
  }
  const find = (c: Ctx, asker: ActivityAsker) =>
    house.inWork(asker.member, (work) => readActivity(work, asker.centre, numberIn(c)))

  app.get(under, async (c) => {
    const { member, centre } = askerOf(c)
    const filters = activityFilters.parse(c.req.query())
    const [activities, sessionsToCome] = await house.inWork(
      member,
      async (work) =>
        [await readActivities(work, centre, filters), await countSessionsToCome(work, centre)] as const,
    )
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('activities'), under },
      <ActivityList
        lang={c.var.lang}
        activities={activities}
        sessionsToCome={sessionsToCome}
        filters={filters}
        inCentre={centre !== null}
        said={readSaid(c.var.lang, c.req.query('said'))}
      />,
    )
  })

  app.get(`${under}/new`, (c) => answerOne(c, null, freshActivity, {}))

  app.post(under, async (c) => {
    const form = await readForm(c, activityForm)
    if (form.typed.gesture === 'check') return answerOne(c, null, form.typed, {})
    if (!form.ok) return answerOne(c, null, form.typed, form.errors)
    const { value } = form
    const id = await house.inWork(askerOf(c).member, (work) =>
      createActivity(work, { content: contentOf(value), status: value.status }),
    )
    return c.redirect(saying(`${under}/${id}`, 'created'), 303)
  })

  app.get(`${under}/:id{[1-9][0-9]{0,8}}`, async (c) => {
    const activity = await find(c, askerOf(c))
    return activity ? answerOne(c, activity, typedWith(activity), {}) : c.notFound()
  })

  app.post(`${under}/:id{[1-9][0-9]{0,8}}`, async (c) => {
    const asker = askerOf(c)
    const activity = await find(c, asker)
    if (!activity) return c.notFound()
    if (!mayChange(asker, activity))
      return answerOne(c, activity, typedWith(activity), { form: 'activity-not-yours' }, 403)
    const form = await readForm(c, activityForm)
    if (form.typed.gesture === 'check') return answerOne(c, activity, form.typed, {})
    if (!form.ok) return answerOne(c, activity, form.typed, form.errors)
    const { value } = form
    const changed = await house.inWork(asker.member, (work) =>
      changeActivity(work, {
        id: activity.id,
        revision: revisionOf(form.typed.revision),
        content: contentOf(value),
        // What is retired comes back by its own gesture only.
        ...(activity.status !== 'retired' && { status: value.status }),
      }),
    )
    if (changed.ok) return c.redirect(saying(`${under}/${activity.id}`, 'changed'), 303)
    const { status, word } = answerToChange[changed.refusal]
    if (status === 404) return c.notFound()
    // What was typed is kept, over what somebody else saved: she decides.
    const fresh = { ...form.typed, revision: String(activity.revision) }
    return answerOne(c, activity, fresh, { form: word }, status)
  })

  app.post(`${under}/:id{[1-9][0-9]{0,8}}/status`, async (c) => {
    const asker = askerOf(c)
    const typed: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    const status = typed.status === 'retired' ? 'retired' : 'ready'
    const changed = await house.inWork(asker.member, (work) =>
      changeActivity(work, { id: numberIn(c), revision: revisionOf(typed.revision), status }),
    )
    if (changed.ok)
      return c.redirect(saying(`${under}/${changed.value}`, status === 'retired' ? 'retired' : 'back'), 303)
    const answer = answerToChange[changed.refusal]
    const activity = await find(c, asker)
    if (!activity) return c.notFound()
    return answerOne(c, activity, typedWith(activity), { form: answer.word }, answer.status)
  })

  app.post(`${under}/:id{[1-9][0-9]{0,8}}/copies`, async (c) => {
    const copied = await house.inWork(askerOf(c).member, (work) => copyActivity(work, numberIn(c)))
    return copied.ok ? c.redirect(saying(`${under}/${copied.value}`, 'copied'), 303) : c.notFound()
  })
  return app
}

const numberIn = (c: Ctx) => Number(c.req.param('id'))
const typedWith = (activity: Activity): Typed => ({
  ...typedOf(activity),
  revision: String(activity.revision),
})
/** The version that was changed; none when it is no number, and nothing is written over. */
const revisionOf = (typed: unknown): number =>
  typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : -1

/** A Tuesday to come: the example of the preview. */
function dayToCome(house: House): Temporal.PlainDate {
  const today = house.now().toZonedDateTimeISO('Europe/Paris').toPlainDate()
  return today.add({ days: 9 - today.dayOfWeek })
}
