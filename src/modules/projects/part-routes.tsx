import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readUpload } from '#platform/sheet/read-upload.ts'
import type { Project } from './db/projects.ts'
import { kindOf } from './domain/file-kind.ts'
import { factsForm } from './domain/forms.ts'
import { handsOf, project } from './hands.ts'
import { FactsPage } from './pages/new-project.tsx'
import { FilePage, PicturePage } from './pages/parts.tsx'
import { numberIn } from './read-address.ts'
import { readPictureForm } from './read-picture.ts'
import { answerTo } from './refusals.ts'
import { addFile, addPicture, describeProject, removeFile, removePicture } from './shape-project.ts'

/** The largest file one makes things from, in bytes; the database says the same. */
const mostFileBytes = 10_000_000

/** The parts of a project, one page each: what it is, a picture, a file. */
export function partRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { unknown, bench, page, act, isHers } = handsOf(house)

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
