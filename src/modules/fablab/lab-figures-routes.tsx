import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { writeCsv } from '#platform/sheet/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { FieldError } from '#ui/form.tsx'
import { readLabFigures } from './db/lab-figures.ts'
import { writeHouseRules } from './db/lab-rules.ts'
import { readHouseRules, readInductions } from './db/machines.ts'
import { readNetworkFigures } from './db/network-figures.ts'
import { figuresSince, type MadeWith } from './domain/figures.ts'
import { ruleBounds, ruleNames, rulesOf } from './domain/lab-rules.ts'
import { figuresSheet, networkSheet } from './lab-figures-sheet.ts'
import { answerLab, labRoles, memberOf } from './lab-frame.tsx'
import { labWords } from './lab-words.ts'
import { LabFiguresPage } from './pages/lab-figures.tsx'
import { LabRulesPage } from './pages/lab-rules.tsx'
import { NetworkLabsPage } from './pages/network-labs.tsx'

/** How many projects were made with machines since a day, in the centres whoever asks may see. */
export type CountMade = (work: Work, since: Temporal.PlainDate) => Promise<readonly MadeWith[]>

/** What the lab did, or all labs for the network; and the rules it runs by. */
export function labFiguresRoutes(house: House, countMade: CountMade): Routes {
  const app = new Hono<Env>()
  const members = withMember(house)
  for (const path of ['/fablab/figures', '/fablab/figures.csv'])
    app.use(path, members, requireMember(...labRoles.lab, 'network-manager'))
  app.use('/fablab/rules', members, requireMember(...labRoles.rules))

  const read = (c: Ctx) =>
    house.inWork(memberOf(c), async (work) => {
      const { centre } = memberOf(c)
      const since = figuresSince(work.now)
      return {
        figures: await readLabFigures(work, centre, since),
        inductions: await readInductions(work, centre),
        made: (await countMade(work, since)).filter((one) => one.centre === centre),
      }
    })
  const readAll = (c: Ctx) =>
    house.inWork(c.var.member as MemberActor, async (work) => ({
      centres: await readNetworkFigures(work, figuresSince(work.now)),
      made: await countMade(work, figuresSince(work.now)),
    }))
  const isOfTheNetwork = (c: Ctx) => c.var.member?.role === 'network-manager'
  app.get('/fablab/figures', async (c) => {
    const t = labWords(c.var.lang)
    return isOfTheNetwork(c)
      ? answerTeam(
          c,
          house,
          c.var.member as MemberActor,
          { title: t('fi.network'), under: '/fablab/figures' },
          <NetworkLabsPage lang={c.var.lang} {...(await readAll(c))} />,
        )
      : answerLab(
          c,
          house,
          { title: t('fi.title'), tab: '/fablab/figures' },
          <LabFiguresPage lang={c.var.lang} {...(await read(c))} />,
        )
  })
  app.get('/fablab/figures.csv', async (c) => {
    const { lang } = c.var
    const { columns, rows } = isOfTheNetwork(c)
      ? networkSheet({ lang, ...(await readAll(c)) })
      : figuresSheet({ lang, ...(await read(c)) })
    c.header('content-disposition', `attachment; filename="${labWords(c.var.lang)('fi.file')}.csv"`)
    return c.body(writeCsv(columns, rows), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })

  const rules = async (c: Ctx, typed?: Typed, errors: FieldError[] = []) => {
    const kept = await house.inWork(memberOf(c), (work) => readHouseRules(work, memberOf(c).centre))
    const shown = Object.fromEntries(ruleNames.map((name) => [name, String(kept[name])]))
    return answerLab(
      c,
      house,
      {
        title: labWords(c.var.lang)('ru.title'),
        tab: '/fablab/rules',
        ...(errors.length > 0 && { errors: true }),
      },
      <LabRulesPage
        lang={c.var.lang}
        typed={typed ?? shown}
        errors={errors}
        said={c.req.query('said') === 'saved'}
      />,
    )
  }
  app.get('/fablab/rules', (c) => rules(c))
  app.post('/fablab/rules', async (c) => {
    const { typed } = await readForm(c, z.object({}))
    const read = rulesOf(typed)
    if (!read.ok)
      return rules(
        c,
        typed,
        read.wrong.map((field) => {
          const [least, most] = ruleBounds[field]
          const t = labWords(c.var.lang)
          return { field, message: `${t(`ru.${field}`)} ${t('ru.wrong', { least, most })}` }
        }),
      )
    await house.inWork(memberOf(c), (work) => writeHouseRules(work, memberOf(c).centre, read.rules))
    return c.redirect('/fablab/rules?said=saved', 303)
  })
  return app
}
