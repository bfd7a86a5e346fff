import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readUpload, type UploadRefusal } from '#platform/sheet/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { bundleOf } from '#ui/islands.ts'
import { bringPackage } from './bring-package.ts'
import {
  deletePackage,
  readCompletions,
  readExercise,
  readExercises,
  writeCompletion,
} from './db/packages.ts'
import { staysInside, typeOf } from './domain/h5p.ts'
import type { OpenRefusal } from './open-package.ts'
import { ExercisePage, ExercisesPage, PackagesPage } from './pages/exercises.tsx'
import { playerFile } from './player.ts'
import { shelf } from './shelf.ts'
import { type Word, words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** An H5P file larger than this holds films, which live better elsewhere. Bytes. */
const mostBytes = 30_000_000
const completionForm = z.object({ score: z.coerce.number().min(0).max(1).nullish().catch(null) })

const saidOf = {
  'file-missing': 'file-missing',
  'file-too-large': 'file-too-large',
  'not-h5p': 'not-h5p',
  'too-much-inside': 'too-much-inside',
} as const satisfies Record<(UploadRefusal | OpenRefusal)['refusal'], Word>

/** Exercises that centres bring in, played in a box that has neither our cookies nor our pages. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const opened = shelf(house)

  for (const path of ['/exercises/packages', '/exercises/packages/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))

  const showPackages = async (c: Ctx, error: Word | null = null) => {
    const member = c.var.member as MemberActor
    const t = words(c.var.lang)
    const read = await house.inWork(member, async (work) => ({
      exercises: await readExercises(work, member.centre),
      completions: await readCompletions(work, member.centre as number),
    }))
    const done = c.req.query('said')
    return answerTeam(
      c,
      house,
      member,
      { title: t('packages'), under: '/games/live', ...(error && { errors: true }) },
      <PackagesPage
        lang={c.var.lang}
        {...read}
        said={done === 'brought' || done === 'removed' ? t(done) : null}
        error={error && t(error)}
      />,
    )
  }
  app.get('/exercises/packages', (c) => showPackages(c))
  app.get('/exercises/packages/imports', (c) => c.redirect('/exercises/packages', 302))
  app.post('/exercises/packages/imports', async (c) => {
    const { member, centre } = c.var.member as MemberActor
    const upload = await readUpload(c, 'file', mostBytes)
    if (!upload.ok) return showPackages(c, saidOf[upload.refusal])
    const brought = await house.inWork(c.var.member as MemberActor, (work) =>
      bringPackage(work, { centre: centre as number, member, file: upload.value.bytes }),
    )
    return brought.ok
      ? c.redirect('/exercises/packages?said=brought', 303)
      : showPackages(c, saidOf[brought.refusal])
  })
  app.post('/exercises/packages/:id{[0-9]{1,9}}/removals', async (c) => {
    const member = c.var.member as MemberActor
    await house.inWork(member, (work) =>
      deletePackage(work, member.centre as number, Number(c.req.param('id'))),
    )
    return c.redirect('/exercises/packages?said=removed', 303)
  })

  app.get('/exercises', async (c) => {
    const exercises = await house.inWork(visitor, (work) => readExercises(work, null))
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('exercises'), description: t('lead'), theme: 'learning' },
      <ExercisesPage lang={c.var.lang} exercises={exercises} />,
    )
  })

  app.get('/exercises/:id{[0-9]{1,9}}', async (c) => {
    const exercise = await house.inWork(visitor, (work) => readExercise(work, Number(c.req.param('id'))))
    if (!exercise) return c.notFound()
    return answerPage(
      c,
      house,
      { title: exercise.title, theme: 'learning', games: true },
      <ExercisePage lang={c.var.lang} exercise={exercise} finished={c.req.query('finished') !== undefined} />,
    )
  })
  app.get('/exercises/:id{[0-9]{1,9}}/completions', (c) => c.redirect(`/exercises/${c.req.param('id')}`, 302))
  app.post('/exercises/:id{[0-9]{1,9}}/completions', async (c) => {
    const id = Number(c.req.param('id'))
    const form = await readForm(c, completionForm)
    const known = await house.inWork(visitor, async (work) => {
      const exercise = await readExercise(work, id)
      if (exercise) await writeCompletion(work, id, form.ok ? (form.value.score ?? null) : null)
      return exercise
    })
    return known ? c.redirect(`/exercises/${id}?finished`, 303) : c.notFound()
  })

  // In its box an exercise has an origin of its own: our files are lent to it as to a stranger.
  const lend = (
    c: Ctx,
    file: { type: string; bytes: Uint8Array<ArrayBuffer> } | null,
    immutable: boolean,
  ) => {
    if (!file) return c.notFound()
    c.header('access-control-allow-origin', '*')
    c.header('cross-origin-resource-policy', 'cross-origin')
    c.header('cache-control', immutable ? 'public, max-age=86400' : 'public, max-age=60')
    c.header('content-type', file.type)
    return c.body(file.bytes)
  }
  app.get('/exercises/:id{[0-9]{1,9}}/box', (c) => {
    const id = c.req.param('id')
    c.header('cache-control', 'public, max-age=60')
    return c.html(
      `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><div id="exercise" data-files="/exercises/${id}/files"></div><script src="${bundleOf('exercise-box').path}"></script></body></html>`,
    )
  })
  app.get('/exercises/:id{[0-9]{1,9}}/files/:path{.+}', async (c) => {
    const path = c.req.param('path')
    const bytes = (await opened(Number(c.req.param('id'))))?.files.get(path)
    const type = typeOf(path)
    return lend(c, bytes && type && staysInside(path) ? { type, bytes: new Uint8Array(bytes) } : null, false)
  })
  app.get('/exercises/player/:path{.+}', (c) => lend(c, playerFile(c.req.param('path')), true))

  return app
}
