import { CsvError, parse } from 'csv-parse/sync'
import { done, type Result, refuse } from '#platform/work/index.ts'
import { franceServicesNeeds } from './domain/france-services.ts'
import { formerColumns, requiredColumns, type StandardRow } from './domain/places-standard.ts'

/** What lists of places we can read are written in. */
export const placeFormats = ['standard', 'france-services'] as const
export type PlaceFormat = (typeof placeFormats)[number]

/** A row and where a person finds it: the line it begins on (the first line is 1), or its rank in a JSON list. */
export interface FileRow {
  line: number
  row: StandardRow
}

export interface PlacesFile {
  format: PlaceFormat
  /** The columns, under their present names. */
  header: string[]
  rows: FileRow[]
}

export type FileRefusal =
  | { refusal: 'not-a-table'; line: number; reason: string }
  | { refusal: 'columns-missing'; format: PlaceFormat; columns: string[] }
  /** It is not the format that was asked for, or none we know. */
  | { refusal: 'format-unknown'; columns: string[] }

/** Enough of a header to tell somebody which file she took. */
const firstOf = (header: readonly string[]) => header.slice(0, 6).map((name) => name.slice(0, 30))

const neededBy: Readonly<Record<PlaceFormat, readonly string[]>> = {
  standard: requiredColumns,
  'france-services': franceServicesNeeds,
}

/**
 * Reads a list of places: the national standard as CSV or JSON, or the list of France services as CSV. The format is seen
 * in the columns when it is not given.
 */
export function readPlacesFile(text: string, asked?: PlaceFormat): Result<PlacesFile, FileRefusal> {
  const table = /^\uFEFF?\s*[[{]/.test(text) ? readJson(text) : readCsv(text)
  if (!table.ok) return table
  const { header, rows } = table.value
  const has = (format: PlaceFormat) => neededBy[format].filter((name) => !header.includes(name)).length === 0
  const seen = placeFormats.find(has)
  const format = asked ?? seen
  if (format && has(format)) return done({ format, header, rows })
  // A third of what a format needs is a file of that format with columns lost; less is another kind of file.
  const partOf = (one: PlaceFormat) =>
    neededBy[one].filter((name) => header.includes(name)).length / neededBy[one].length
  const [best = 'standard'] = placeFormats.toSorted((a, b) => partOf(b) - partOf(a))
  const near = format ?? (partOf(best) >= 1 / 3 ? best : undefined)
  if (!near || (asked && seen)) return refuse({ refusal: 'format-unknown', columns: firstOf(header) })
  const missing = neededBy[near].filter((name) => !header.includes(name))
  return refuse({ refusal: 'columns-missing', format: near, columns: missing })
}

type Table = Result<Omit<PlacesFile, 'format'>, FileRefusal>

/** Names of version 0 under their present ones, unless the file has both. */
function presentNames(names: readonly string[]): string[] {
  const clean = names.map((name) => name.trim().toLowerCase())
  return clean.map((name) => {
    const present = formerColumns[name]
    return present && !clean.includes(present) ? present : name
  })
}

/** The separator of cells: the one the header line has more of. */
const separatorOf = (text: string) => {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const [best = ','] = [',', ';', '|'].toSorted((a, b) => header.split(b).length - header.split(a).length)
  return best
}

function readCsv(text: string): Table {
  let header: string[] = []
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      columns: (names: string[]) => {
        header = presentNames(names)
        return header
      },
    }) as unknown as { record: StandardRow; info: { lines: number } }[]
    const lineOf = linesOf(text, rows)
    return done({ header, rows: rows.map(({ record }, i) => ({ line: lineOf(i), row: record })) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse({ refusal: 'not-a-table', line: Number(error.lines ?? 1), reason: error.message })
  }
}

/**
 * The line where each row begins. The parser says on which line a row ends; a row begins on the line after the end of
 * the one before, empty lines skipped.
 */
function linesOf(text: string, rows: readonly { info: { lines: number } }[]): (index: number) => number {
  const lines = text.split(/\r\n|\n|\r/)
  return (index) => {
    let line = index === 0 ? 2 : (rows[index - 1]?.info.lines ?? 1) + 1
    while (lines[line - 1]?.trim() === '' && line < lines.length) line++
    return line
  }
}

const cellOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(cellOf).join('|')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A list of objects, as the national map publishes them; several values as a list or separated by `|`. */
function readJson(text: string): Table {
  let list: unknown
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse({ refusal: 'not-a-table', line: 1, reason: error.message })
  }
  const objects = Array.isArray(list) ? list : []
  const isObject = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
  if (objects.length === 0 || !objects.every(isObject))
    return refuse({ refusal: 'not-a-table', line: 1, reason: 'it is JSON, but not a list of places' })
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  const header = presentNames(names)
  const rows = objects.map((one, i) => ({
    line: i + 1,
    row: Object.fromEntries(names.map((name, column) => [header[column] ?? name, cellOf(one[name])])),
  }))
  return done({ header, rows })
}
