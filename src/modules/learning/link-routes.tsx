import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { deleteLearner, type Learner, readLearnerByLink } from './db/learners.ts'
import { readNotes, readObserved } from './db/observed.ts'
import { insertWalk } from './db/walks.ts'
import { stepForm } from './domain/forms.ts'
import { noteStep } from './note-step.ts'
import { ErasedPage, LearnerPage, LinkUnknown } from './pages/learner.tsx'
import { words } from './path-words.ts'
import { centreOfLink, type Followed, readFollowed } from './read-learner.ts'
import { sessionsAround } from './read-near.ts'
import { pathOf, readPaths } from './read-paths.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { readingOf } from './skills-routes.tsx'

const another = z.object({ path: z.string().max(60).catch('') })

/** The page of a learner, behind her link: what is done, what comes next, and the way to end it all. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()

  /** Does something as whoever holds the link, then goes `to`; the unknown page when it opens nobody’s. */
  const holding = async (
    c: Ctx,
    token: string,
    act: (work: Work, learner: Learner) => Promise<Refusal | null>,
    to = `/l/${token}`,
  ): Promise<Response> => {
    const centre = await centreOfLink(house, token)
    if (centre === null) return unknown(c)
    const refused = await house.inWork({ kind: 'resident', centre }, async (work) => {
      const learner = await readLearnerByLink(work, hashOf(token))
      return learner ? act(work, learner) : 'learner-unknown'
    })
    if (refused === 'learner-unknown') return unknown(c)
    return refused ? show(c, token, refused) : c.redirect(to, 303)
  }
  const unknown = (c: Ctx) => {
    const title = words(c.var.lang)('linkUnknown')
    return answerPage(c, house, { title, width: 'narrow', status: 404 }, <LinkUnknown lang={c.var.lang} />)
  }

  const show = async (c: Ctx, token: string, refused: Refusal | null = null): Promise<Response> => {
    const centre = await centreOfLink(house, token)
    const read =
      centre !== null &&
      (await house.inWork({ kind: 'resident', centre }, async (work) => {
        const learner = await readLearnerByLink(work, hashOf(token))
        if (!learner) return null
        const followed = await readFollowed(work, learner)
        return {
          learner,
          followed,
          hits: await sessionsFor(work, learner, followed),
          observed: await readObserved(work, learner.id),
          notes: await readNotes(work, learner.id),
        }
      }))
    if (!read) return unknown(c)
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return answerPage(
      c,
      house,
      {
        title: words(c.var.lang)('mine'),
        width: 'narrow',
        theme: 'learning',
        head: <meta name="robots" content="noindex" />,
        ...(refused && { status: answerTo(refused).status }),
      },
      <LearnerPage
        reading={readingOf(c)}
        address={`/l/${token}`}
        {...read}
        others={readPaths().filter(({ id }) => !read.followed.some(({ path }) => path.id === id))}
        now={house.now()}
        refused={refused}
        badgeLink={(sealed) => `/b/${house.seal.open(sealed)}`}
      />,
    )
  }

  app.get('/l/:token', (c) => show(c, c.req.param('token')))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/l/:token/:gesture', (c) => c.redirect(`/l/${encodeURIComponent(c.req.param('token'))}`, 302))

  app.post('/l/:token/steps', async (c) => {
    const form = await readForm(c, stepForm)
    return holding(c, c.req.param('token'), async (work, learner) => {
      if (!form.ok) return 'step-unknown'
      const { path, step, done } = form.value
      const noted = await noteStep(work, { learner, path, step, isDone: done === 'yes' })
      return noted.ok ? null : noted.refusal
    })
  })
  app.post('/l/:token/paths', async (c) => {
    const form = await readForm(c, another)
    return holding(c, c.req.param('token'), async (work, learner) => {
      const path = form.ok && pathOf(form.value.path)
      if (!path) return 'path-unknown'
      await insertWalk(work, { learner: learner.id, centre: learner.centre, path: path.id })
      return null
    })
  })
  app.post('/l/:token/erasures', (c) =>
    holding(
      c,
      c.req.param('token'),
      async (work, learner) => {
        await deleteLearner(work, learner.id)
        return null
      },
      '/paths/erased',
    ),
  )
  app.get('/paths/erased', (c) => {
    const title = words(c.var.lang)('erasedTitle')
    return answerPage(c, house, { title, width: 'narrow' }, <ErasedPage lang={c.var.lang} />)
  })
  return app
}

/** The two next sessions near the learner's centre: those of a step first, then what her paths are about. */
function sessionsFor(
  work: Work<'discovery' | 'network' | 'programme'>,
  learner: Learner,
  followed: readonly Followed[],
) {
  const open = followed.filter(({ progress }) => !progress.finished)
  return sessionsAround(
    work,
    learner.centre,
    open.flatMap(({ path }) => path.needs),
    open.flatMap(({ progress }) =>
      progress.steps.flatMap(({ step, done }) =>
        done === null && step.kind === 'session' ? step.activities : [],
      ),
    ),
  )
}
