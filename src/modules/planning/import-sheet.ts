import { languageCodes } from '#platform/i18n/index.ts'
import { columnKey, type Sheet } from '#platform/sheet/index.ts'
import { done, type Result, refuse } from '#platform/work/index.ts'
import { type ImportField, type ImportRow, importFields } from './domain/import-row.ts'
import { words } from './import-words.ts'

/** What people call these columns besides the words of the template. */
const alsoCalled: Readonly<Record<string, ImportField>> = {
  id: 'reference',
  identifiant: 'reference',
  uid: 'reference',
  titre: 'activity',
  atelier: 'activity',
  seance: 'activity',
  jour: 'date',
  heure: 'start',
  'heure-de-debut': 'start',
  horaire: 'start',
  'heure-de-fin': 'end',
  duree: 'minutes',
  duration: 'minutes',
  capacite: 'capacity',
  jauge: 'capacity',
  chaises: 'capacity',
}

const fieldOfColumn = new Map<string, ImportField>([
  ...Object.entries(alsoCalled),
  ...importFields.flatMap((field) => [
    [columnKey(field), field] as const,
    ...languageCodes.map((lang) => [columnKey(words(lang)(`column.${field}`)), field] as const),
  ]),
])

/** More in a cell is no name of anything. */
const longest = 200

/**
 * The rows of a spreadsheet. Only the columns we know are kept: what else stands there may be about people. Without a
 * column for activities or for days, it is another spreadsheet.
 */
export function rowsOfSheet(sheet: Sheet): Result<ImportRow[], { refusal: 'columns-missing' }> {
  const known = new Set(sheet.columns.map((column) => fieldOfColumn.get(column)))
  if (!known.has('activity') || !known.has('date')) return refuse({ refusal: 'columns-missing' })
  return done(
    sheet.rows.map(({ line, cells }) => {
      const row: ImportRow = { line, cells: {} }
      for (const [column, text] of Object.entries(cells)) {
        const field = fieldOfColumn.get(column)
        if (field && text !== '') row.cells[field] ??= text.replaceAll('\0', '').slice(0, longest)
      }
      return row
    }),
  )
}
