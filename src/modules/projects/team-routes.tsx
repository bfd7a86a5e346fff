import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { readAuthor } from './db/authors.ts'
import { readFigures } from './db/figures.ts'
import { readFile } from './db/files.ts'
import { readMakes } from './db/makes.ts'
import { readRendering } from './db/pictures.ts'
import { readProject, readProjects } from './db/projects.ts'
import { readReports } from './db/reports.ts'
import { askForChange, decideMake, keepProject, publishProject } from './decide-project.ts'
import { changeForm, publicationForm } from './domain/forms.ts'
import { FiguresPage } from './pages/figures.tsx'
import { ModerationPage } from './pages/moderation.tsx'
import { ReadingPage } from './pages/reading.tsx'
import { numberIn } from './read-address.ts'
import { readWhole } from './read-whole.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { renderingIn, sendFile, sendPicture } from './send-bytes.ts'
import { words } from './words.ts'

type Acted = { ok: true } | { ok: false; refusal: Refusal }
const saidWords = ['published', 'changes', 'kept', 'made'] as const
const under = '/projects/moderation'

/** The team looks at what was sent before anybody else does, and counts. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const team = [withMember(house), requireMember('facilitator', 'coordinator')] as const
  for (const path of [under, `${under}/*`]) app.use(path, ...team)
  app.use(
    '/projects/figures',
    withMember(house),
    requireMember('facilitator', 'coordinator', 'network-manager'),
  )
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const statusOf = (refused: Refusal | null) => (refused ? { status: answerTo(refused).status } : {})

  const moderation = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const centre = member.centre as number
    const read = await house.inWork(member, async (work) => {
      const up = await readProjects(work, { centre, status: ['published'] })
      const reports = await readReports(work)
      return {
        waiting: await readProjects(work, { centre, status: ['waiting'] }),
        makes: await readMakes(work, { waitingIn: centre }),
        up,
        reported: up.flatMap((project) => {
          const reasons = reports.get(project.id)
          return reasons ? [{ project, reasons }] : []
        }),
      }
    })
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('moderation'), under, ...statusOf(refused) },
      <ModerationPage
        lang={c.var.lang}
        {...read}
        said={saidWords.find((word) => word === c.req.query('said')) ?? null}
        refused={refused}
      />,
    )
  }
  app.get(under, (c) => moderation(c))

  const reading = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const centre = member.centre as number
      const project = await readProject(work, {
        id: numberIn(c),
        centre,
        status: ['waiting', 'changes', 'published'],
      })
      const author = project?.author ? await readAuthor(work, project.author) : null
      return (
        project && {
          whole: await readWhole(work, project),
          who: author && {
            name: author.name,
            contact: openContact(house.seal, author)?.canonical ?? '',
          },
          reports: (await readReports(work)).get(project.id) ?? [],
        }
      )
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      member,
      { title: read.whole.project.title, under, ...statusOf(refused) },
      <ReadingPage lang={c.var.lang} {...read} refused={refused} />,
    )
  }
  app.get(`${under}/:id{[0-9]+}`, (c) => reading(c))

  app.get(`${under}/pictures/:id{[0-9]+}/:rendering`, async (c) => {
    const rendering = renderingIn(c)
    const id = numberIn(c)
    const bytes =
      rendering && (await house.inWork(memberOf(c), (work) => readRendering(work, { id, rendering })))
    return rendering && bytes ? sendPicture(c, { id, rendering, bytes }, 'one') : c.notFound()
  })
  app.get(`${under}/files/:id{[0-9]+}`, async (c) => {
    const file = await house.inWork(memberOf(c), (work) => readFile(work, { id: numberIn(c) }))
    return file ? sendFile(c, file) : c.notFound()
  })

  /** Acts as the member, then shows what is left to look at, or what stood in the way. */
  const act = async (
    c: Ctx,
    said: (typeof saidWords)[number],
    gesture: (work: Work, member: MemberActor) => Promise<Acted>,
    again: (c: Ctx, refused: Refusal) => Promise<Response> = reading,
  ) => {
    const member = memberOf(c)
    const acted = await house.inWork(member, (work) => gesture(work, member))
    if (acted.ok) return c.redirect(`${under}?said=${said}`, 303)
    return answerTo(acted.refusal).status === 404 ? c.notFound() : again(c, acted.refusal)
  }
  app.post(`${under}/:id{[0-9]+}/publications`, async (c) => {
    const form = await readForm(c, publicationForm)
    const sending = form.ok ? form.value.sending : -1
    return act(c, 'published', (work, member) =>
      publishProject(work, { project: numberIn(c), sending, member }),
    )
  })
  app.post(`${under}/:id{[0-9]+}/changes`, async (c) => {
    const form = await readForm(c, changeForm)
    return act(c, 'changes', async (work, member) =>
      form.ok
        ? askForChange(work, { project: numberIn(c), ...form.value, member })
        : { ok: false, refusal: 'change-missing' },
    )
  })
  app.post(`${under}/:id{[0-9]+}/readings`, (c) =>
    act(c, 'kept', (work, member) => keepProject(work, { project: numberIn(c), member })),
  )
  app.post(`${under}/makes/:id{[0-9]+}`, async (c) => {
    const typed = (await readForm(c, publicationForm)).typed
    const shown = typedText(typed, 'shown') === 'yes'
    return act(
      c,
      'made',
      (work, member) => decideMake(work, { make: numberIn(c), shown, member }),
      moderation,
    )
  })
  // An address a form was posted to, opened again: the page it belongs to.
  app.get(`${under}/makes/:id{[0-9]+}`, (c) => c.redirect(under, 302))
  app.get(`${under}/:id{[0-9]+}/:gesture`, (c) => c.redirect(`${under}/${numberIn(c)}`, 302))

  app.get('/projects/figures', async (c) => {
    const member = memberOf(c)
    const figures = await house.inWork(member, readFigures)
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('figures'), under },
      <FiguresPage lang={c.var.lang} figures={figures} ofTheNetwork={member.role === 'network-manager'} />,
    )
  })
  return app
}
