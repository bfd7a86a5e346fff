import { Hono } from 'hono'
import { readTowns, type Town } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { startForm } from './domain/forms.ts'
import { say } from './domain/say.ts'
import { readTrail, writeTrail } from './domain/trail.ts'
import { PathPage, PathsPage, SentPage } from './pages/paths.tsx'
import { words } from './path-words.ts'
import { readLadders } from './read-ladders.ts'
import { readNear } from './read-near.ts'
import { pathOf, readPaths } from './read-paths.ts'
import { readingOf, typedTown } from './skills-routes.tsx'
import { startPath } from './start-path.ts'

const visitor = { kind: 'visitor' } as const

/** Paths: what there is, what each is made of, and setting out on one. */
export function pathRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const known = new Set(readLadders().rungs.map(({ code }) => code))
  const trailOf = (text: string) => writeTrail(readTrail(text, known)) || null

  app.get('/paths', (c) => {
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('paths'), description: t('pathsLead'), theme: 'learning' },
      <PathsPage reading={readingOf(c)} paths={readPaths()} />,
    )
  })

  const show = async (c: Ctx, id: string, typed: Typed = {}, errors: FieldErrors = {}) => {
    const path = pathOf(id)
    if (!path) return c.notFound()
    const reading = readingOf(c)
    const town = typedTown(c.req.query('near') ?? '')
    const read = await house.inWork(visitor, async (work) => ({
      near: await readNear(work, town, path.needs),
      towns: await readTowns(work),
    }))
    return answerPage(
      c,
      house,
      {
        title: say(path.title, reading),
        description: say(path.goal, reading),
        width: 'narrow',
        theme: 'learning',
        errors: Object.keys(errors).length > 0,
      },
      <PathPage
        reading={reading}
        path={path}
        {...read}
        town={town}
        now={house.now()}
        position={trailOf(c.req.query('a') ?? typedText(typed, 'a'))}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/paths/sent', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('sentTitle'), width: 'narrow' },
      <SentPage lang={c.var.lang} />,
    ),
  )
  app.get('/paths/:id{[a-z0-9-]+}', (c) => show(c, c.req.param('id')))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/learners', (c) => c.redirect('/paths', 302))

  app.post('/learners', async (c) => {
    const form = await readForm(c, startForm)
    const towns = await house.inWork(visitor, readTowns)
    const town = towns.find(({ slug }) => slug === typedText(form.typed, 'centre'))
    const contact = contactOf(typedText(form.typed, 'contact'), town)
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(town ? {} : { centre: 'centreMissing' }),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    const id = typedText(form.typed, 'path')
    if (!form.ok || !town || !contact.ok) return show(c, id, form.typed, errors)
    const started = await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      startPath(work, house.seal, {
        centre: town.centre,
        path: id,
        name: form.value.name,
        contact: contact.value && sealContact(house.seal, contact.value),
        language: c.var.lang,
        position: form.value.keepAnswers ? trailOf(form.value.a ?? '') : null,
      }),
    )
    if (!started.ok) return c.notFound()
    const { token } = started.value
    return c.redirect(token ? `/l/${token}` : '/paths/sent', 303)
  })
  return app
}

/** The contact typed, or none at all: a path is also followed by its link alone. */
export function contactOf(typed: string, town: Town | undefined) {
  if (typed.trim() === '') return { ok: true, value: null } as const
  return parseContact({ phone: typed, country: countryOf(town?.postalCode ?? '') })
}
