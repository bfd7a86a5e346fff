import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import {
  readSheet,
  readUpload,
  type Sheet,
  type SheetRefusal,
  type UploadRefusal,
  writeCsv,
} from '#platform/sheet/index.ts'
import { activityFilters } from './activity-filters.ts'
import { type ImportRefusal, importActivities, type PlannedRow, planImport } from './activity-import.ts'
import { askerOf, saying } from './activity-said.ts'
import { headingsIn, rowOf } from './activity-sheet.ts'
import { type Word, words } from './activity-words.ts'
import { readActivities } from './db/activity.ts'
import { ActivityImport } from './pages/activity-import.tsx'

/** What a refused spreadsheet says. */
const answerToSheet = {
  'file-missing': 'file-missing',
  'file-too-large': 'file-too-large',
  'sheet-unreadable': 'sheet-unreadable',
  'sheet-empty': 'sheet-empty',
  'sheet-too-long': 'sheet-too-long',
  'columns-missing': 'columns-missing',
} as const satisfies Record<(UploadRefusal | SheetRefusal | ImportRefusal)['refusal'], Word>

/** Activities out of the house as a spreadsheet, and in: look first, then write. */
export function importRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const under = '/plan/activities'

  const answer = (c: Ctx, shown: { error?: Word; rows?: PlannedRow[]; sheet?: string }) =>
    answerTeam(
      c,
      house,
      askerOf(c).member,
      { title: words(c.var.lang)('importTitle'), under, ...(shown.error && { errors: true }) },
      <ActivityImport lang={c.var.lang} {...shown} />,
    )
  const plan = (c: Ctx, sheet: Sheet) => house.inWork(askerOf(c).member, (work) => planImport(work, sheet))

  app.get(`${under}.csv`, async (c) => {
    const { member, centre } = askerOf(c)
    const filters = activityFilters.parse(c.req.query())
    const activities = await house.inWork(member, (work) => readActivities(work, centre, filters))
    c.header('content-disposition', 'attachment; filename="activites.csv"')
    c.header('content-type', 'text/csv; charset=utf-8')
    return c.body(
      writeCsv(
        headingsIn(c.var.lang),
        activities.map((activity) => rowOf(c.var.lang, activity)),
      ),
    )
  })

  app.get(`${under}/import`, (c) => answer(c, {}))

  app.post(`${under}/import`, async (c) => {
    const upload = await readUpload(c, 'file')
    if (!upload.ok) return answer(c, { error: answerToSheet[upload.refusal] })
    const sheet = await readSheet(upload.value.bytes, upload.value.filename)
    if (!sheet.ok) return answer(c, { error: answerToSheet[sheet.refusal] })
    const planned = await plan(c, sheet.value)
    if (!planned.ok) return answer(c, { error: answerToSheet[planned.refusal] })
    return answer(c, { rows: planned.value, sheet: textOf(sheet.value) })
  })

  app.post(`${under}/imports`, async (c) => {
    const typed: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    const text = typeof typed.sheet === 'string' ? typed.sheet : ''
    const sheet = await readSheet(new TextEncoder().encode(text), 'import.csv')
    if (!sheet.ok) return answer(c, { error: answerToSheet[sheet.refusal] })
    const imported = await house.inWork(askerOf(c).member, (work) => importActivities(work, sheet.value))
    if (!imported.ok) return answer(c, { error: answerToSheet[imported.refusal] })
    return c.redirect(saying(under, 'imported'), 303)
  })
  return app
}

/** The spreadsheet as its preview carries it to the next step: what was seen is what is written. */
const textOf = ({ columns, rows }: Sheet): string =>
  writeCsv(
    columns,
    rows.map(({ cells }) => columns.map((column) => cells[column] ?? '')),
  )
