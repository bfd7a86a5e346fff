import { CsvError, parse } from 'csv-parse/sync'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeListedPlaces } from './db/listed-places.ts'
import {
  columns,
  formerColumns,
  type ListedPlace,
  type Remark,
  readRow,
  type StandardRow,
} from './domain/places-standard.ts'

/** A remark and the line of the file where its row begins (the first line is 1). */
export interface LineRemark extends Remark {
  line: number
}

export interface ImportReport {
  rows: number
  added: number
  changed: number
  unchanged: number
  /** Rows that were left out. */
  faults: LineRemark[]
  /** Rows that were kept, with something odd in them. */
  warnings: LineRemark[]
}

type Refusal =
  | { refusal: 'not-a-table'; line: number; reason: string }
  | { refusal: 'columns-missing'; columns: string[] }

interface Record_ {
  record: StandardRow
  info: { lines: number }
}

/** The separator of cells: the one the header line has more of. */
const separatorOf = (text: string) => {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  return header.split(';').length > header.split(',').length ? ';' : ','
}

/**
 * Takes in a file of the national places standard: good rows are kept (added or brought up to date), bad rows are
 * listed, all in the one transaction of this work. Doing it again changes nothing.
 */
export async function importPlaces(
  work: Work<'network'>,
  text: string,
): Promise<Result<ImportReport, Refusal>> {
  let rows: Record_[]
  let header: string[] = []
  try {
    rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      columns: (names: string[]) => {
        header = names.map((name) => {
          const clean = name.trim().toLowerCase()
          return names.includes(formerColumns[clean] ?? '') ? clean : (formerColumns[clean] ?? clean)
        })
        return header
      },
    }) as unknown as Record_[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse({ refusal: 'not-a-table', line: Number(error.lines ?? 1), reason: error.message })
  }
  const missing = (['id', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'] as const).filter(
    (name) => !header.includes(name),
  )
  if (missing.length > 0) return refuse({ refusal: 'columns-missing', columns: missing })

  const report: ImportReport = {
    rows: rows.length,
    added: 0,
    changed: 0,
    unchanged: 0,
    faults: [],
    warnings: [],
  }
  const places = new Map<string, ListedPlace>()
  const lineOf = linesOf(text, rows)
  for (const [i, { record }] of rows.entries()) {
    const line = lineOf(i)
    const read = readRow(record)
    if (!read.place) {
      report.faults.push(...read.faults.map((fault) => ({ line, ...fault })))
      continue
    }
    if (places.has(read.place.externalId)) {
      report.faults.push({
        line,
        column: 'id',
        reason: `« ${read.place.externalId} » is already on a line above`,
      })
      continue
    }
    places.set(read.place.externalId, read.place)
    report.warnings.push(...read.warnings.map((warning) => ({ line, ...warning })))
  }
  const unknown = header.filter((name) => name && !(columns as readonly string[]).includes(name))
  for (const column of unknown)
    report.warnings.push({ line: 1, column, reason: 'is not a column of the standard: left out' })
  Object.assign(report, await writeListedPlaces(work, [...places.values()]))
  report.unchanged = places.size - report.added - report.changed
  return done(report)
}

/**
 * The line where each row begins. The parser says on which line a row ends; a row begins on the line after the end of
 * the one before, empty lines skipped.
 */
function linesOf(text: string, rows: readonly Record_[]): (index: number) => number {
  const lines = text.split(/\r\n|\n|\r/)
  return (index) => {
    let line = index === 0 ? 2 : (rows[index - 1]?.info.lines ?? 1) + 1
    while (lines[line - 1]?.trim() === '' && line < lines.length) line++
    return line
  }
}
