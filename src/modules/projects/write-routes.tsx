import { Hono } from 'hono'
import { readTowns, type Town } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readProject } from './db/projects.ts'
import { linksForm, newProjectForm } from './domain/forms.ts'
import { NewProjectPage, WherePage } from './pages/new-project.tsx'
import { contactOf } from './read-address.ts'
import { sendLinks, startProject } from './start-project.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** Beginning a project: which centre, what it is, who writes; and finding one's own page again. */
export function writeRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const townOf = async (slug: string): Promise<Town | undefined> =>
    (await house.inWork(visitor, readTowns)).find((one) => one.slug === slug)

  const write = async (c: Ctx, slug: string, typed: Typed, errors: FieldErrors) => {
    const asked = Number(typedText(typed, 'remixOf')) || 0
    const read = await house.inWork(visitor, async (work) => ({
      towns: await readTowns(work),
      from: Number.isSafeInteger(asked)
        ? await readProject(work, { id: asked, status: ['published'] })
        : null,
    }))
    const town = read.towns.find((one) => one.slug === slug)
    const page = { title: words(c.var.lang)('newTitle'), width: 'narrow' as const }
    if (!town)
      return answerPage(
        c,
        house,
        page,
        <WherePage lang={c.var.lang} towns={read.towns} from={read.from ? String(read.from.id) : ''} />,
      )
    return answerPage(
      c,
      house,
      { ...page, errors: Object.keys(errors).length > 0 },
      <NewProjectPage lang={c.var.lang} town={town} from={read.from} typed={typed} errors={errors} />,
    )
  }
  app.get('/projects/new', (c) => {
    const { centre = '', from = '', machine = '' } = c.req.query()
    return write(c, centre, { remixOf: from, machines: [machine] }, {})
  })

  app.post('/projects', async (c) => {
    const form = await readForm(c, newProjectForm)
    const slug = typedText(form.typed, 'centre')
    const town = await townOf(slug)
    if (!town) return c.redirect('/projects/new', 303)
    const given = typedText(form.typed, 'contact').trim()
    const contact = given === '' ? null : contactOf(given, town)
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact === null || contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || (contact && !contact.ok)) return write(c, slug, form.typed, errors)
    const started = await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      startProject(
        work,
        house.seal,
        {
          centre: town.centre,
          name: form.value.name,
          contact: contact && sealContact(house.seal, contact.value),
          language: c.var.lang,
        },
        { facts: form.value, remixOf: form.value.remixOf },
      ),
    )
    return c.redirect(`/projects/me/${started.value.token}/${started.value.project}`, 303)
  })

  app.post('/projects/links', async (c) => {
    const form = await readForm(c, linksForm)
    const slug = typedText(form.typed, 'centre')
    const town = await townOf(slug)
    if (!town) return c.redirect('/projects/new', 303)
    const contact = contactOf(typedText(form.typed, 'contact').trim(), town)
    if (!form.ok || !contact.ok)
      return write(
        c,
        slug,
        { lost: typedText(form.typed, 'contact') },
        { 'lost-contact': contact.ok ? 'contact-missing' : contact.refusal },
      )
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      sendLinks(work, { centre: town.centre, contact: sealContact(house.seal, contact.value) }),
    )
    return c.redirect('/projects/sent', 303)
  })
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/projects/links', (c) => c.redirect('/projects/new', 302))
  return app
}
