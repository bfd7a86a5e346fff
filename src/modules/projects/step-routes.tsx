import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readProject } from './db/projects.ts'
import { readSteps } from './db/steps.ts'
import { moveForm, stepForm } from './domain/forms.ts'
import { handsOf, project } from './hands.ts'
import { StepPage } from './pages/parts.tsx'
import { numberIn } from './read-address.ts'
import { readPictureForm } from './read-picture.ts'
import { addStep, moveStep, removeStep, rewriteStep } from './shape-project.ts'

/** The steps of a project: added, said otherwise, moved and removed, one at a time. */
export function stepRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { unknown, asHolder, mineOf, bench, page, act, isHers } = handsOf(house)

  /** A new step, or the one an address names. */
  const step = (c: Ctx, typed: Typed | null, errors: FieldErrors) =>
    page(c, 'stepWords', errors, ({ steps, back }) => {
      const asked = c.req.param('step')
      const there = asked === undefined ? null : steps.find(({ id }) => id === numberIn(c, 'step'))
      if (there === undefined) return null
      return (
        <StepPage
          lang={c.var.lang}
          action={`${bench(c)}/steps${there ? `/${there.id}` : ''}`}
          back={back}
          typed={typed ?? (there ? { words: there.words, alt: there.picture?.alt ?? '' } : {})}
          errors={errors}
          position={there?.position ?? steps.length + 1}
          picture={there?.picture ?? null}
          under={`${mineOf(c)}/pictures`}
        />
      )
    })
  app.get(`${project}/steps/new`, (c) => step(c, null, {}))
  app.post(`${project}/steps`, async (c) => {
    if (!(await isHers(c))) return unknown(c)
    const { typed, made, alt, errors } = await readPictureForm(c)
    const form = check(stepForm, typed)
    if (!form.ok || Object.keys(errors).length > 0)
      return step(c, typed, { ...(form.ok ? {} : form.errors), ...errors })
    const picture = made && alt !== null ? { made, alt } : null
    return act(c, (work, mine) => addStep(work, mine, { ...form.value, picture }), { show: step, typed })
  })
  const oneStep = `${project}/steps/:step{[0-9]+}`
  app.get(oneStep, (c) => step(c, null, {}))
  app.post(oneStep, async (c) => {
    const had = await asHolder(c, async (work, author) => {
      const one = await readProject(work, { id: numberIn(c), author: author.id })
      const steps = one ? await readSteps(work, one.id) : []
      return steps.find(({ id }) => id === numberIn(c, 'step'))?.picture ?? null
    })
    if (had === 'nobody') return unknown(c)
    const { typed, made, alt, errors } = await readPictureForm(c, had !== null)
    const without = typed.without === 'yes' && !made
    const wrong = without ? {} : errors
    const form = check(stepForm, typed)
    if (!form.ok || Object.keys(wrong).length > 0)
      return step(c, typed, { ...(form.ok ? {} : form.errors), ...wrong })
    const picture = without ? ('removed' as const) : made
    const command = { ...form.value, step: numberIn(c, 'step'), alt, picture }
    return act(c, (work, mine) => rewriteStep(work, mine, command), { show: step, typed })
  })
  app.post(`${oneStep}/moves`, async (c) => {
    const form = await readForm(c, moveForm)
    const to = form.ok ? form.value.to : 'up'
    return act(c, (work, mine) => moveStep(work, mine, { step: numberIn(c, 'step'), to }))
  })
  app.post(`${oneStep}/removals`, (c) => act(c, (work, mine) => removeStep(work, mine, numberIn(c, 'step'))))
  return app
}
