import { done, type Result, type Work } from '#platform/work/index.ts'
import { writeListedPlaces } from './db/listed-places.ts'
import { franceServicesColumns, standardRowOf } from './domain/france-services.ts'
import { columns, type Remark } from './domain/places-standard.ts'
import { type ListedPlace, readRow } from './domain/places-standard-read.ts'
import { type FileRefusal, type FileRow, type PlaceFormat, readPlacesFile } from './standard-file.ts'

/** A remark and the line of the file where its row begins (the first line is 1), or the rank of its place in a JSON list. */
export interface LineRemark extends Remark {
  line: number
}

export interface ImportReport {
  format: PlaceFormat
  rows: number
  added: number
  changed: number
  unchanged: number
  /** Places, among those kept, that move: buses, itinerant teams. */
  moving: number
  /** Rows that were left out. */
  faults: LineRemark[]
  /** Rows that were kept, with something odd in them. */
  warnings: LineRemark[]
}

const columnsOf: Readonly<Record<PlaceFormat, readonly string[]>> = {
  standard: columns,
  'france-services': franceServicesColumns,
}

/** Reads one row of a file in its format. */
function readIn(format: PlaceFormat, { row }: FileRow) {
  if (format === 'standard') return readRow(row)
  const { row: standard, remarks } = standardRowOf(row)
  const read = readRow(standard)
  return read.place ? { ...read, warnings: [...remarks, ...read.warnings] } : read
}

/**
 * Takes in a list of places, of the national standard or of France services: good rows are kept (added or brought up to
 * date), bad rows are listed, all in the one transaction of this work. Doing it again changes nothing.
 */
export async function importPlaces(
  work: Work<'network'>,
  text: string,
  options: { format?: PlaceFormat; onWritten?: (places: number) => void } = {},
): Promise<Result<ImportReport, FileRefusal>> {
  const file = readPlacesFile(text, options.format)
  if (!file.ok) return file
  const { format, header, rows } = file.value
  const faults: LineRemark[] = []
  const warnings: LineRemark[] = []
  const places = new Map<string, ListedPlace>()
  const named = new Map<string, number>()
  for (const row of rows) {
    const { line } = row
    const read = readIn(format, row)
    if (!read.place) {
      faults.push(...read.faults.map((fault) => ({ line, ...fault })))
      continue
    }
    const { externalId } = read.place
    if (places.has(externalId)) {
      faults.push({ line, column: 'id', reason: `« ${externalId} » is already on a line above` })
      continue
    }
    places.set(externalId, read.place)
    const name = `${read.place.searchKey} ${read.place.postalCode}`
    const before = named.get(name)
    named.set(name, line)
    if (before !== undefined)
      warnings.push({
        line,
        column: 'nom',
        reason: `« ${read.place.name} » is also on line ${before}, under another identifier: both are kept`,
      })
    warnings.push(...read.warnings.map((warning) => ({ line, ...warning })))
  }
  const unknown = header.filter((name) => name && !columnsOf[format].includes(name))
  for (const column of unknown)
    warnings.push({ line: 1, column, reason: 'is not a column of this format: left out' })
  const kept = [...places.values()]
  const { added, changed } = await writeListedPlaces(work, kept, options.onWritten)
  return done({
    format,
    rows: rows.length,
    added,
    changed,
    unchanged: kept.length - added - changed,
    moving: kept.filter(({ standard }) => standard.itinerance?.includes('Itinérant')).length,
    faults,
    warnings,
  })
}
