import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { deleteAuthor } from './db/authors.ts'
import { readFile } from './db/files.ts'
import { readRendering } from './db/pictures.ts'
import { readProject, readProjects } from './db/projects.ts'
import { anotherForm, sendForm, sureForm } from './domain/forms.ts'
import { eraseProject, sendProject, takeBack } from './hand-over.ts'
import { holderOf } from './holder.tsx'
import { BenchPage } from './pages/bench.tsx'
import { MinePage } from './pages/mine.tsx'
import { FactsPage } from './pages/new-project.tsx'
import { numberIn } from './read-address.ts'
import { readWhole } from './read-whole.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { renderingIn, sendFile, sendPicture } from './send-bytes.ts'
import type { Mine } from './shape-project.ts'
import { startAnother } from './start-project.ts'
import { words } from './words.ts'

const project = '/projects/me/:token/:id{[0-9]+}'

/** Somebody's own page, behind her link: her projects, each as it stands, and the way to end it all. */
export function linkRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { unknown, asHolder, answerHeld, mineOf } = holderOf(house)

  const showMine = async (c: Ctx, refused: Refusal | null = null) => {
    const read = await asHolder(c, async (work, author) => ({
      author,
      projects: await readProjects(work, { author: author.id }),
    }))
    if (read === 'nobody') return unknown(c)
    return answerHeld(
      c,
      { title: words(c.var.lang)('mine'), ...(refused && { status: answerTo(refused).status }) },
      <MinePage
        lang={c.var.lang}
        address={mineOf(c)}
        {...read}
        said={c.req.query('said') === 'removed' ? 'removed' : null}
        refused={refused}
      />,
    )
  }
  app.get('/projects/me/:token', (c) => showMine(c))
  app.post('/projects/me/:token/erasures', async (c) => {
    const form = await readForm(c, sureForm)
    if (!form.ok) return showMine(c, 'not-sure')
    const erased = await asHolder(c, async (work, author) => {
      await deleteAuthor(work, author.id)
      return true
    })
    return erased === 'nobody' ? unknown(c) : c.redirect('/projects/erased', 303)
  })
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/projects/me/:token/erasures', (c) => c.redirect(mineOf(c), 302))

  const another = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const held = await asHolder(c, async () => true)
    if (held === 'nobody') return unknown(c)
    return answerHeld(
      c,
      {
        title: words(c.var.lang)('anotherOne'),
        width: 'narrow',
        errors: Object.keys(errors).length > 0,
      },
      <FactsPage
        lang={c.var.lang}
        action={`${mineOf(c)}/projects`}
        title="anotherOne"
        from={null}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/projects/me/:token/projects', (c) => another(c))
  app.post('/projects/me/:token/projects', async (c) => {
    const form = await readForm(c, anotherForm)
    if (!form.ok) return another(c, form.typed, form.errors)
    const started = await asHolder(c, (work, author) =>
      startAnother(work, author, {
        facts: form.value,
        remixOf: form.value.remixOf,
        language: c.var.lang,
      }),
    )
    if (started === 'nobody') return unknown(c)
    if (!started.ok) return showMine(c, started.refusal)
    return c.redirect(`${mineOf(c)}/${started.value.project}`, 303)
  })

  app.get('/projects/me/:token/pictures/:id{[0-9]+}/:rendering', async (c) => {
    const rendering = renderingIn(c)
    const id = numberIn(c)
    const bytes =
      rendering &&
      (await asHolder(c, (work, author) => readRendering(work, { id, rendering, author: author.id })))
    if (!rendering || !bytes || bytes === 'nobody') return c.notFound()
    return sendPicture(c, { id, rendering, bytes }, 'one')
  })
  app.get('/projects/me/:token/files/:id{[0-9]+}', async (c) => {
    const file = await asHolder(c, (work, author) => readFile(work, { id: numberIn(c), author: author.id }))
    return !file || file === 'nobody' ? c.notFound() : sendFile(c, file)
  })

  const showOne = async (c: Ctx, refused: Refusal | null = null) => {
    const whole = await asHolder(c, async (work, author) => {
      const one = await readProject(work, { id: numberIn(c), author: author.id })
      return one && readWhole(work, one)
    })
    if (whole === 'nobody') return unknown(c)
    if (!whole) return c.notFound()
    const said = (['saved', 'sent', 'taken-back'] as const).find((one) => one === c.req.query('said')) ?? null
    return answerHeld(
      c,
      {
        title: whole.project.title,
        width: 'narrow',
        ...(refused && { status: answerTo(refused).status }),
      },
      <BenchPage lang={c.var.lang} mine={mineOf(c)} whole={whole} said={said} refused={refused} />,
    )
  }
  app.get(project, (c) => showOne(c))

  /** Does something with one project, then shows where it stands. */
  const act = async (
    c: Ctx,
    gesture: (work: Work, mine: Mine) => Promise<{ ok: true } | { ok: false; refusal: Refusal }>,
    to: string,
  ) => {
    const acted = await asHolder(c, (work, author) =>
      gesture(work, { project: numberIn(c), author: author.id, centre: author.centre }),
    )
    if (acted === 'nobody') return unknown(c)
    if (acted.ok) return c.redirect(`${mineOf(c)}${to}`, 303)
    return answerTo(acted.refusal).status === 404 ? c.notFound() : showOne(c, acted.refusal)
  }
  app.post(`${project}/sendings`, async (c) => {
    const form = await readForm(c, sendForm)
    if (!form.ok) return showOne(c, 'not-sure-nobody')
    return act(c, sendProject, `/${numberIn(c)}?said=sent`)
  })
  app.post(`${project}/returns`, (c) => act(c, takeBack, `/${numberIn(c)}?said=taken-back`))
  app.post(`${project}/removals`, async (c) => {
    const form = await readForm(c, sureForm)
    return form.ok ? act(c, eraseProject, '?said=removed') : showOne(c, 'not-sure')
  })
  return app
}
