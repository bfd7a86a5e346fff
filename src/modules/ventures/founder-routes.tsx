import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { becomeFounder } from './become-founder.ts'
import { beginForm } from './domain/forms.ts'
import { BeginPage, BegunPage, LastWord } from './pages/begin.tsx'
import { OpenCohorts } from './pages/cohort-open.tsx'
import { FrontPage } from './pages/front.tsx'
import { NextClinics, Talks } from './pages/next.tsx'
import { offered, readOpenHours, readTalks } from './read-clinics.ts'
import { readOpenCohorts } from './read-cohorts.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** How many clinics the front page shows. */
const shown = 3

/** What we do for whoever starts a business, and beginning, without an account. */
export function founderRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const theme = 'entrepreneurship' as const

  const show = async (c: Ctx, slug: string, typed: Typed = {}, errors: FieldErrors = {}) => {
    const t = words(c.var.lang)
    const { towns, clinics, talks, cohorts } = await house.inWork(visitor, async (work) => ({
      towns: await readTowns(work),
      clinics: slug
        ? []
        : (await readOpenHours(work))
            .map(offered)
            .filter(({ free }) => free > 0)
            .slice(0, shown),
      talks: slug ? [] : await readTalks(work),
      cohorts: slug
        ? []
        : await readOpenCohorts(work, work.now.toZonedDateTimeISO('Europe/Paris').toPlainDate()),
    }))
    const town = towns.find((one) => one.slug === slug)
    const page = { title: t('title'), description: t('lead'), theme, width: 'narrow' as const }
    return town
      ? answerPage(
          c,
          house,
          { ...page, errors: Object.keys(errors).length > 0 },
          <BeginPage lang={c.var.lang} town={town} typed={typed} errors={errors} />,
        )
      : answerPage(
          c,
          house,
          page,
          <FrontPage lang={c.var.lang} towns={towns}>
            <OpenCohorts lang={c.var.lang} cohorts={cohorts} />
            <NextClinics lang={c.var.lang} clinics={clinics} now={house.now()} />
            <Talks lang={c.var.lang} hits={talks} now={house.now()} />
          </FrontPage>,
        )
  }

  app.get('/founders', (c) => show(c, c.req.query('centre') ?? ''))
  app.get('/founders/sent', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('sentTitle'), theme, width: 'narrow' },
      <BegunPage lang={c.var.lang} />,
    ),
  )
  app.get('/founders/erased', (c) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('erasedTitle'), theme, width: 'narrow' },
      <LastWord lang={c.var.lang} title="erasedTitle" said="erasedSaid" />,
    ),
  )

  app.post('/founders', async (c) => {
    const form = await readForm(c, beginForm)
    const slug = typedText(form.typed, 'centre')
    const town = (await house.inWork(visitor, readTowns)).find((one) => one.slug === slug)
    if (!town) return c.redirect('/founders', 303)
    const typed = typedText(form.typed, 'contact')
    const country = countryOf(town.postalCode)
    const contact = parseContact(typed.includes('@') ? { email: typed, country } : { phone: typed, country })
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return show(c, slug, form.typed, errors)
    const { name, idea, stage, sector } = form.value
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      becomeFounder(work, house.seal, {
        centre: town.centre,
        name,
        contact: sealContact(house.seal, contact.value),
        language: c.var.lang,
        profile: {
          idea,
          stage,
          sector,
          needs: [],
          languages: [c.var.lang],
          weekly: [],
          childcare: false,
          wishesWomanMentor: false,
        },
      }),
    )
    return c.redirect('/founders/sent', 303)
  })
  return app
}
