import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readUpload } from '#platform/sheet/read-upload.ts'
import type { Work } from '#platform/work/index.ts'
import { type Project, readProject } from './db/projects.ts'
import { readSteps, type Step } from './db/steps.ts'
import { kindOf } from './domain/file-kind.ts'
import { factsForm, moveForm, stepForm } from './domain/forms.ts'
import { holderOf } from './holder.tsx'
import { FactsPage } from './pages/new-project.tsx'
import { FilePage, PicturePage, StepPage } from './pages/parts.tsx'
import { numberIn } from './read-address.ts'
import { readPictureForm } from './read-picture.ts'
import { answerTo, type Refusal } from './refusals.ts'
import {
  addFile,
  addPicture,
  addStep,
  describeProject,
  type Mine,
  moveStep,
  removeFile,
  removePicture,
  removeStep,
  rewriteStep,
} from './shape-project.ts'
import { type Word, words } from './words.ts'

const project = '/projects/me/:token/:id{[0-9]+}'
/** The largest file one makes things from, in bytes; the database says the same. */
const mostFileBytes = 10_000_000

type Acted = { ok: true } | { ok: false; refusal: Refusal }
type Back = { href: string; title: string }
type Shown = (c: Ctx, typed: Typed, errors: FieldErrors) => Response | Promise<Response>

/** The parts of a project, one page each: what it is, a step, a picture, a file. */
export function partRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { unknown, asHolder, answerHeld, mineOf } = holderOf(house)
  const bench = (c: Ctx) => `${mineOf(c)}/${numberIn(c)}`

  /** A page about a project in its author's hands; its bench when it is in none of them. */
  const page = async (
    c: Ctx,
    title: Word,
    errors: FieldErrors,
    body: (read: { project: Project; steps: Step[]; back: Back }) => preact.VNode | null,
  ) => {
    const read = await asHolder(c, async (work, author) => {
      const one = await readProject(work, { id: numberIn(c), author: author.id })
      return one && { project: one, steps: await readSteps(work, one.id) }
    })
    if (read === 'nobody') return unknown(c)
    if (!read) return c.notFound()
    if (read.project.status !== 'draft' && read.project.status !== 'changes') return c.redirect(bench(c), 303)
    const shown = body({ ...read, back: { href: bench(c), title: read.project.title } })
    if (!shown) return c.notFound()
    return answerHeld(
      c,
      { title: words(c.var.lang)(title), width: 'narrow', errors: Object.keys(errors).length > 0 },
      shown,
    )
  }

  /** Does something with the project, then goes back to it; a refusal is said where it was typed, or on the bench. */
  const act = async (
    c: Ctx,
    gesture: (work: Work, mine: Mine) => Promise<Acted>,
    again?: { show: Shown; typed: Typed },
  ) => {
    const acted = await asHolder(c, (work, author) =>
      gesture(work, { project: numberIn(c), author: author.id, centre: author.centre }),
    )
    if (acted === 'nobody') return unknown(c)
    if (acted.ok) return c.redirect(`${bench(c)}?said=saved`, 303)
    const { status, word, field } = answerTo(acted.refusal)
    if (status === 404) return c.notFound()
    return again ? again.show(c, again.typed, { [field ?? 'form']: word }) : c.redirect(bench(c), 303)
  }
  const isHers = async (c: Ctx): Promise<boolean> =>
    (await asHolder(c, (work, author) => readProject(work, { id: numberIn(c), author: author.id }))) !==
    'nobody'

  const facts = (c: Ctx, typed: Typed | null, errors: FieldErrors) =>
    page(c, 'changeFacts', errors, ({ project: one }) => (
      <FactsPage
        lang={c.var.lang}
        action={`${bench(c)}/facts`}
        title="changeFacts"
        from={null}
        typed={typed ?? typedOf(one)}
        errors={errors}
      />
    ))
  app.get(`${project}/facts`, (c) => facts(c, null, {}))
  app.post(`${project}/facts`, async (c) => {
    const form = await readForm(c, factsForm)
    if (!form.ok) return facts(c, form.typed, form.errors)
    return act(c, (work, mine) => describeProject(work, mine, form.value), {
      show: facts,
      typed: form.typed,
    })
  })

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

  const picture = (c: Ctx, typed: Typed, errors: FieldErrors) =>
    page(c, 'addPicture', errors, ({ back }) => (
      <PicturePage
        lang={c.var.lang}
        action={`${bench(c)}/pictures`}
        back={back}
        typed={typed}
        errors={errors}
      />
    ))
  app.get(`${project}/pictures/new`, (c) => picture(c, {}, {}))
  app.post(`${project}/pictures`, async (c) => {
    if (!(await isHers(c))) return unknown(c)
    const { typed, made, alt, errors } = await readPictureForm(c, true)
    if (!made || alt === null)
      return picture(c, typed, made || errors.picture ? errors : { ...errors, picture: 'picture-missing' })
    return act(c, (work, mine) => addPicture(work, mine, { made, alt }), { show: picture, typed })
  })
  app.post(`${project}/pictures/:part{[0-9]+}/removals`, (c) =>
    act(c, (work, mine) => removePicture(work, mine, numberIn(c, 'part'))),
  )

  const file = (c: Ctx, typed: Typed, errors: FieldErrors) =>
    page(c, 'addFile', errors, ({ back }) => (
      <FilePage lang={c.var.lang} action={`${bench(c)}/files`} back={back} typed={typed} errors={errors} />
    ))
  app.get(`${project}/files/new`, (c) => file(c, {}, {}))
  app.post(`${project}/files`, async (c) => {
    if (!(await isHers(c))) return unknown(c)
    const upload = await readUpload(c, 'file', mostFileBytes)
    if (!upload.ok) return file(c, upload.typed, { file: answerTo(upload.refusal).word })
    const kind = kindOf(upload.value.bytes)
    if (!kind) return file(c, upload.value.typed, { file: 'file-unknown' })
    const { bytes, typed } = upload.value
    return act(c, (work, mine) => addFile(work, mine, { kind, bytes }), { show: file, typed })
  })
  app.post(`${project}/files/:part{[0-9]+}/removals`, (c) =>
    act(c, (work, mine) => removeFile(work, mine, numberIn(c, 'part'))),
  )
  // An address a form was posted to, opened again: the project it belongs to.
  app.get(`${project}/*`, (c) => c.redirect(bench(c), 302))
  return app
}

/** What is known of a project, as its form shows it. */
const typedOf = (one: Project): Typed => ({
  title: one.title,
  sentence: one.sentence,
  machines: one.machines,
  materials: one.materials,
  minutes: String(one.minutes),
  difficulty: one.difficulty,
  licence: one.licence ?? '',
  madeBy: one.madeBy ?? '',
})
