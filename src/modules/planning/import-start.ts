import { readSheet, type SheetRefusal, type Upload } from '#platform/sheet/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertImport, type StoredImport } from './db/import.ts'
import type { ImportRow } from './domain/import-row.ts'
import { type CalendarRefusal, rowsOfCalendar } from './import-calendar.ts'
import { rowsOfSheet } from './import-sheet.ts'

/** What was read of a file. */
export interface FileRead {
  kind: StoredImport['kind']
  rows: ImportRow[]
}

export type FileRefusal = SheetRefusal | CalendarRefusal | { refusal: 'columns-missing' }

/** More rows than this are nobody’s season. */
const mostRows = 2000

/** The rows of an iCalendar file or of a spreadsheet, known by what is inside and not by its name. */
export async function readImportFile(
  { bytes, filename }: Pick<Upload, 'bytes' | 'filename'>,
  now: Temporal.Instant,
): Promise<Result<FileRead, FileRefusal>> {
  const text = new TextDecoder().decode(bytes)
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) {
    const rows = rowsOfCalendar(text.replace(/^\uFEFF?\s*/, ''), now)
    return rows.ok ? done({ kind: 'calendar', rows: rows.value }) : rows
  }
  const sheet = await readSheet(bytes, filename)
  if (!sheet.ok) return sheet
  if (sheet.value.rows.length > mostRows) return refuse({ refusal: 'sheet-too-long', most: mostRows })
  const rows = rowsOfSheet(sheet.value)
  return rows.ok ? done({ kind: 'sheet', rows: rows.value }) : rows
}

/**
 * Keeps what was read of a file for its preview; writes no session. `usual` is the activity and the place of rows that
 * name none, as a calendar often does.
 */
export async function startImport(
  work: Work<'planning' | 'programme' | 'network'>,
  { kind, rows, usual }: FileRead & { usual: { activity: string; place: string } },
): Promise<Result<{ id: number }, { refusal: 'not-of-a-centre' }>> {
  const { actor } = work
  if (actor.kind !== 'member' || actor.centre === null) return refuse({ refusal: 'not-of-a-centre' })
  const filled = rows.map((row) => ({
    ...row,
    cells: {
      ...row.cells,
      ...(!row.cells.activity && usual.activity && { activity: usual.activity }),
      ...(!row.cells.place && usual.place && { place: usual.place }),
    },
  }))
  return done({
    id: await insertImport(work, { centre: actor.centre, member: actor.member, kind, rows: filled }),
  })
}
