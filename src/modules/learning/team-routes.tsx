import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, record, requireMember, withMember } from '#modules/access/index.ts'
import { readTowns, type Town } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { deleteLearner, type Learner, readLearner, readLearners } from './db/learners.ts'
import { readNotes, readObserved, writeNotes, writeObserved } from './db/observed.ts'
import { readPathFigures } from './db/walks.ts'
import { eraseForm, seenForm, startForm, stepForm } from './domain/forms.ts'
import { firstGestures, nextGesture } from './domain/gestures.ts'
import { giveBadge } from './give-badge.ts'
import { noteStep } from './note-step.ts'
import { LearnersPage } from './pages/learners.tsx'
import { ObservePage } from './pages/observe.tsx'
import { OneLearnerPage } from './pages/one-learner.tsx'
import { contactOf } from './path-routes.tsx'
import { words } from './path-words.ts'
import { readLadders } from './read-ladders.ts'
import { readFollowed, readFollowedOf } from './read-learner.ts'
import { sessionsAround } from './read-near.ts'
import { readPaths } from './read-paths.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { startPath } from './start-path.ts'

const badgeForm = z.object({ path: z.string().max(60).catch('') })
/** More learners than this are looked for by their link, not in a list. */
const shown = 200

/** The learners of a centre: who is where, what was seen, what was done. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const gestures = new Set([...firstGestures, ...readLadders().rungs].map(({ code }) => code))
  for (const path of ['/learning', '/learning/*', '/skills/observed'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const townOf = async (work: Work, member: MemberActor) =>
    (await readTowns(work)).find(({ centre }) => centre === member.centre) as Town

  const list = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const learners = await readLearners(work, shown)
      const followed = await readFollowedOf(work, learners)
      const rows = learners.map((learner) => ({ learner, followed: followed.get(learner.id) ?? [] }))
      return { rows, figures: await readPathFigures(work), town: await townOf(work, member) }
    })
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('learning'), under: '/learning', errors: Object.keys(errors).length > 0 },
      <LearnersPage lang={c.var.lang} {...read} paths={readPaths()} typed={typed} errors={errors} />,
    )
  }
  app.get('/learning', (c) => list(c))
  app.get('/learning/learners', (c) => c.redirect('/learning', 302))
  app.post('/learning/learners', async (c) => {
    const member = memberOf(c)
    const form = await readForm(c, startForm)
    const town = await house.inWork(member, (work) => townOf(work, member))
    const contact = contactOf(typedText(form.typed, 'contact'), town)
    const errors = { ...(form.ok ? {} : form.errors), ...(contact.ok ? {} : { contact: contact.refusal }) }
    if (!form.ok || !contact.ok) return list(c, form.typed, errors)
    const started = await house.inWork(member, (work) =>
      startPath(work, house.seal, {
        centre: town.centre,
        path: form.value.path,
        name: form.value.name,
        contact: contact.value && sealContact(house.seal, contact.value),
        language: c.var.lang,
        position: null,
      }),
    )
    if (!started.ok) return list(c, form.typed, { path: 'refused.path-unknown' })
    return c.redirect(`/learning/${started.value.learner}`, 303)
  })

  const idOf = (c: Context) => (/^\d{1,15}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const show = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const learner = await readLearner(work, idOf(c))
      return (
        learner && {
          learner,
          followed: await readFollowed(work, learner),
          observed: await readObserved(work, learner.id),
          notes: await readNotes(work, learner.id),
        }
      )
    })
    if (!read) return c.notFound()
    const link = `${house.settings.publicUrl}/l/${house.seal.open(read.learner.tokenSealed)}`
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('learning'),
        under: '/learning',
        ...(refused && { status: answerTo(refused).status }),
      },
      <OneLearnerPage
        lang={c.var.lang}
        {...read}
        link={link}
        badgeLink={(sealed) => `/b/${house.seal.open(sealed)}`}
        said={c.req.query('said') === 'saved'}
        refused={refused}
      />,
    )
  }
  app.get('/learning/:id{[0-9]+}', (c) => show(c))

  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/learning/:id{[0-9]+}/:gesture', (c) => c.redirect(`/learning/${idOf(c)}`, 302))

  /** Does something with a learner of this centre, then shows her again. */
  const withLearner = async (
    c: Ctx,
    act: (work: Work, learner: Learner, member: MemberActor) => Promise<Refusal | null>,
    then = `/learning/${idOf(c)}?said=saved`,
  ) => {
    const member = memberOf(c)
    const refused = await house.inWork(member, async (work) => {
      const learner = await readLearner(work, idOf(c))
      return learner ? act(work, learner, member) : 'learner-unknown'
    })
    if (refused === 'learner-unknown') return c.notFound()
    return refused ? show(c, refused) : c.redirect(then, 303)
  }
  app.post('/learning/:id{[0-9]+}/steps', async (c) => {
    const form = await readForm(c, stepForm)
    return withLearner(c, async (work, learner) => {
      if (!form.ok) return 'step-unknown'
      const { path, step, done } = form.value
      const noted = await noteStep(work, { learner, path, step, isDone: done === 'yes' })
      return noted.ok ? null : noted.refusal
    })
  })
  app.post('/learning/:id{[0-9]+}/badges', async (c) => {
    const form = await readForm(c, badgeForm)
    return withLearner(c, async (work, learner) => {
      const given = await giveBadge(work, house, { learner, path: form.ok ? form.value.path : '' })
      return given.ok ? null : given.refusal
    })
  })
  app.post('/learning/:id{[0-9]+}/observed', async (c) => {
    const form = await readForm(c, seenForm)
    return withLearner(c, async (work, learner, member) => {
      if (!form.ok) return null
      const said = { learner: learner.id, centre: learner.centre, member: member.member }
      await writeObserved(
        work,
        said,
        form.value.seen.filter((code) => gestures.has(code)),
      )
      await writeNotes(work, said, form.value.note)
      return null
    })
  })
  app.post('/learning/:id{[0-9]+}/erasures', async (c) => {
    const form = await readForm(c, eraseForm)
    return withLearner(
      c,
      async (work, learner) => {
        if (!form.ok) return 'not-sure'
        await deleteLearner(work, learner.id)
        await record(work, 'learning.erased', `learner:${learner.id}`)
        return null
      },
      '/learning',
    )
  })

  app.get('/skills/observed', async (c) => {
    const member = memberOf(c)
    const seen = new Set((c.req.queries('seen') ?? []).filter((code) => gestures.has(code)))
    const asked = c.req.query('asked') === 'yes'
    const next = nextGesture(seen)
    const hits =
      asked && next && member.centre !== null
        ? await house.inWork(member, (work) => sessionsAround(work, member.centre as number, [next.need]))
        : []
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('observeTitle'), under: '/learning' },
      <ObservePage lang={c.var.lang} seen={seen} asked={asked} hits={hits} now={house.now()} />,
    )
  })
  return app
}
