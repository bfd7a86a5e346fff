import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readFile } from './db/files.ts'
import { readMakes } from './db/makes.ts'
import { readRendering } from './db/pictures.ts'
import { readProject, readProjects } from './db/projects.ts'
import { makeForm, reportForm } from './domain/forms.ts'
import { difficulties, machineKinds } from './domain/vocabulary.ts'
import { makeTheSame, reportProject } from './make-the-same.ts'
import { ProjectPage } from './pages/project.tsx'
import { ProjectsPage } from './pages/projects.tsx'
import { SaidPage } from './pages/said.tsx'
import { numberIn } from './read-address.ts'
import { readPictureForm } from './read-picture.ts'
import { readWhole } from './read-whole.ts'
import { answerTo } from './refusals.ts'
import { renderingIn, sendFile, sendPicture } from './send-bytes.ts'
import { type Word, words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** Projects of one page of the list. */
const shown = 24

/** What people make, as anybody reads it; making the same, and saying that something is wrong. */
export function publicRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const said = (path: string, title: Word, line: Word) =>
    app.get(path, (c) =>
      answerPage(
        c,
        house,
        { title: words(c.var.lang)(title), width: 'narrow' },
        <SaidPage lang={c.var.lang} title={title} line={line} />,
      ),
    )
  said('/projects/sent', 'linkSent', 'linkSentLead')
  said('/projects/erased', 'erasedTitle', 'erasedLead')

  app.get('/projects', async (c) => {
    const { machine, difficulty, centre, page = '' } = c.req.query()
    const at = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1
    const wish = {
      machine: machineKinds.find((one) => one === machine) ?? ('' as const),
      difficulty: difficulties.find((one) => one === difficulty) ?? ('' as const),
    }
    const read = await house.inWork(visitor, async (work) => {
      const towns = await readTowns(work)
      const town = towns.find(({ slug }) => slug === centre)
      const projects = await readProjects(work, {
        status: ['published'],
        centre: town?.centre,
        machine: wish.machine || undefined,
        difficulty: wish.difficulty || undefined,
        // One more than is shown tells whether there is a next page.
        limit: shown + 1,
        after: (at - 1) * shown,
      })
      return {
        towns,
        projects: projects.slice(0, shown),
        wish: { ...wish, centre: town?.slug ?? '' },
        at,
        more: projects.length > shown,
      }
    })
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('projects'), description: t('projectsLead') },
      <ProjectsPage lang={c.var.lang} {...read} />,
    )
  })

  app.get('/projects/pictures/:id{[0-9]+}/:rendering', async (c) => {
    const rendering = renderingIn(c)
    const id = numberIn(c)
    const bytes = rendering && (await house.inWork(visitor, (work) => readRendering(work, { id, rendering })))
    return rendering && bytes ? sendPicture(c, { id, rendering, bytes }, 'everybody') : c.notFound()
  })
  app.get('/projects/files/:id{[0-9]+}', async (c) => {
    const file = await house.inWork(visitor, (work) => readFile(work, { id: numberIn(c) }))
    return file ? sendFile(c, file) : c.notFound()
  })

  const show = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const id = numberIn(c)
    const read = await house.inWork(visitor, async (work) => {
      const project = await readProject(work, { id, status: ['published'] })
      return (
        project && {
          whole: await readWhole(work, project),
          makes: await readMakes(work, { project: id }),
          remixes: await readProjects(work, { remixOf: id, status: ['published'], limit: 12 }),
        }
      )
    })
    if (!read) return c.notFound()
    const { title, sentence } = read.whole.project
    const told = (['made', 'made-picture', 'reported'] as const).find((one) => one === c.req.query('said'))
    return answerPage(
      c,
      house,
      { title, description: sentence, width: 'narrow', errors: Object.keys(errors).length > 0 },
      <ProjectPage
        lang={c.var.lang}
        {...read}
        address={`${house.settings.publicUrl}/projects/${id}`}
        once={randomUUID()}
        said={told ?? null}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/projects/:id{[0-9]+}', (c) => show(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/projects/:id{[0-9]+}/:gesture', (c) => c.redirect(`/projects/${numberIn(c)}`, 302))

  /** The centre of a project everybody may see: whoever makes the same does so there. */
  const centreOf = (c: Ctx) =>
    house.inWork(visitor, async (work) => {
      const project = await readProject(work, { id: numberIn(c), status: ['published'] })
      return project?.centre.id ?? null
    })
  app.post('/projects/:id{[0-9]+}/makes', async (c) => {
    const centre = await centreOf(c)
    if (centre === null) return c.notFound()
    const { typed, made, alt, errors } = await readPictureForm(c)
    if (Object.keys(errors).length > 0) return show(c, typed, errors)
    const form = check(makeForm, typed)
    if (!form.ok) return c.redirect(`/projects/${numberIn(c)}`, 303)
    const picture = made && alt !== null ? { made, alt } : null
    const make = await house.inWork({ kind: 'resident', centre }, (work) =>
      makeTheSame(work, { project: numberIn(c), once: form.value.once, picture }),
    )
    if (!make.ok && make.refusal === 'no-room')
      return show(c, typed, { picture: answerTo(make.refusal).word })
    if (!make.ok) return c.notFound()
    return c.redirect(`/projects/${numberIn(c)}?said=${picture ? 'made-picture' : 'made'}`, 303)
  })
  app.post('/projects/:id{[0-9]+}/reports', async (c) => {
    const form = await readForm(c, reportForm)
    const centre = await centreOf(c)
    if (centre === null) return c.notFound()
    if (!form.ok) return show(c, form.typed, form.errors)
    await house.inWork({ kind: 'resident', centre }, (work) =>
      reportProject(work, { project: numberIn(c), reason: form.value.reason }),
    )
    return c.redirect(`/projects/${numberIn(c)}?said=reported`, 303)
  })
  return app
}
