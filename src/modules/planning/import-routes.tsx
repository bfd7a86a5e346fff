import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readUpload, type UploadRefusal, writeCsv } from '#platform/sheet/index.ts'
import { readChoices } from './db/calendar.ts'
import { readImport } from './db/import.ts'
import { importFields } from './domain/import-row.ts'
import { confirmImport } from './import-confirm.ts'
import { readPlan } from './import-read.ts'
import { type FileRefusal, readImportFile, startImport } from './import-start.ts'
import { templateRows } from './import-template.ts'
import { type Word, words } from './import-words.ts'
import { ImportForm } from './pages/import-form.tsx'
import { ImportPreview } from './pages/import-preview.tsx'

/** What a refused file says. */
const answerToFile = {
  'file-missing': 'file-missing',
  'file-too-large': 'file-too-large',
  'sheet-unreadable': 'sheet-unreadable',
  'sheet-empty': 'sheet-empty',
  'sheet-too-long': 'sheet-too-long',
  'columns-missing': 'columns-missing',
  'calendar-unreadable': 'calendar-unreadable',
  'calendar-past': 'calendar-past',
  'calendar-too-long': 'calendar-too-long',
  'rule-unknown': 'rule-unknown',
} as const satisfies Record<(UploadRefusal | FileRefusal)['refusal'], Word>

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const chosenLines = z.object({
  line: z.preprocess(list, z.array(z.coerce.number().int().min(1).max(1_000_000)).max(2000)).catch([]),
})
const csv = { 'content-type': 'text/csv; charset=utf-8' }

/** Sessions in from a file, for coordinators: choose, look, write. */
export function importRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/import', '/plan/import/*', '/plan/imports', '/plan/imports/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const centreOf = (c: Ctx) => memberOf(c).centre as number
  const idOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const choicesOf = (c: Ctx) =>
    house.inWork(memberOf(c), (work) => readChoices(work, centreOf(c), c.var.lang))

  const ask = async (c: Ctx, error: Word | null = null, typed = { activity: '', place: '' }) =>
    answerTeam(
      c,
      house,
      memberOf(c),
      { title: words(c.var.lang)('title'), under: '/plan', ...(error && { errors: true }) },
      <ImportForm lang={c.var.lang} error={error} typed={typed} {...(await choicesOf(c))} />,
    )

  app.get('/plan/import', (c) => ask(c))

  app.get('/plan/import/modele.csv', async (c) => {
    const t = words(c.var.lang)
    const rows = templateRows(await choicesOf(c), house.now())
    c.header('content-disposition', 'attachment; filename="seances.csv"')
    return c.body(
      writeCsv(
        importFields.map((field) => t(`column.${field}`)),
        rows,
      ),
      200,
      csv,
    )
  })

  app.post('/plan/imports', async (c) => {
    const upload = await readUpload(c, 'file')
    const typed = upload.ok ? upload.value.typed : upload.typed
    const usual = { activity: textOf(typed.activity), place: textOf(typed.place) }
    if (!upload.ok) return ask(c, answerToFile[upload.refusal], usual)
    const read = await readImportFile(upload.value, house.now())
    if (!read.ok) return ask(c, answerToFile[read.refusal], usual)
    const started = await house.inWork(memberOf(c), (work) => startImport(work, { ...read.value, usual }))
    return started.ok ? c.redirect(`/plan/imports/${started.value.id}`, 303) : c.notFound()
  })

  const show = async (c: Ctx, clash = false) => {
    const read = await house.inWork(memberOf(c), async (work) => {
      const stored = await readImport(work, idOf(c))
      return stored && { stored, ...(await readPlan(work, centreOf(c), stored.rows)) }
    })
    if (!read) return c.notFound()
    const { stored, planned, choices } = read
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: words(c.var.lang)(stored.done ? 'title' : 'preview'),
        under: '/plan',
        ...(clash && { errors: true, status: 409 }),
      },
      <ImportPreview
        lang={c.var.lang}
        id={stored.id}
        planned={planned}
        choices={choices}
        done={stored.done}
        clash={clash}
        now={house.now()}
      />,
    )
  }
  app.get('/plan/imports/:id', (c) => show(c))

  app.get('/plan/imports/:id/refused.csv', async (c) => {
    const t = words(c.var.lang)
    const planned = await house.inWork(memberOf(c), async (work) => {
      const stored = await readImport(work, idOf(c))
      return stored && (await readPlan(work, centreOf(c), stored.rows)).planned
    })
    if (!planned) return c.notFound()
    const rows = planned.flatMap((row) =>
      row.outcome !== 'refused'
        ? []
        : [
            [
              ...importFields.map((field) => row.row.cells[field] ?? ''),
              row.problems
                .map(({ word, value }) => t(word, value === undefined ? undefined : { value }))
                .join(' '),
            ],
          ],
    )
    c.header('content-disposition', 'attachment; filename="lignes-refusees.csv"')
    return c.body(
      writeCsv([...importFields.map((field) => t(`column.${field}`)), t('reason')], rows),
      200,
      csv,
    )
  })

  app.post('/plan/imports/:id/confirmation', async (c) => {
    const form = await readForm(c, chosenLines)
    const lines = form.ok ? form.value.line : []
    const confirmed = await house.inWork(memberOf(c), (work) => confirmImport(work, { id: idOf(c), lines }))
    if (confirmed.ok) return c.redirect(`/plan/imports/${idOf(c)}`, 303)
    return confirmed.refusal === 'clash' ? show(c, true) : c.notFound()
  })
  return app
}

const textOf = (typed: string | string[] | undefined) => ([typed].flat()[0] ?? '').slice(0, 200)
