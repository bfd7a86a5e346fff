import { done, type Result, refuse } from '#platform/work/index.ts'
import { csvTable } from './csv.ts'
import { xlsxTable } from './xlsx.ts'

/** One row of a spreadsheet, every cell as text. */
export interface SheetRow {
  /** The line a person sees in her spreadsheet; the header is line 1. */
  line: number
  /** The text of each cell by the key of its column, trimmed; an empty cell is an empty text. */
  cells: Readonly<Record<string, string>>
}

export interface Sheet {
  /** The columns, as keys (see `columnKey`), in their order. */
  columns: string[]
  rows: SheetRow[]
}

export type SheetRefusal =
  /** Neither a CSV nor an XLSX, or a broken one. */
  | { refusal: 'sheet-unreadable' }
  /** No row below the header. */
  | { refusal: 'sheet-empty' }
  | { refusal: 'sheet-too-long'; most: number }

/** More rows than this are nobody’s season. */
const mostRows = 5000

/** The name of a column without what people write differently: case, accents, spaces, `_`, apostrophes. */
export const columnKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/**
 * Reads the first sheet of an XLSX, or a CSV (`,` `;` or tabs; UTF-8, UTF-16 or Windows-1252, since spreadsheets write
 * all of these). The first row names the columns; empty rows are passed over. Dates of an XLSX come as `2026-10-06`,
 * hours as `10:00`, both together as `2026-10-06 10:00`. Never throws on what a person may send.
 */
export async function readSheet(bytes: Uint8Array, filename: string): Promise<Result<Sheet, SheetRefusal>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip && /\.(xlsx?|ods|numbers)$/i.test(filename)) return refuse({ refusal: 'sheet-unreadable' })
  const table = isZip ? await xlsxTable(bytes) : csvTable(bytes)
  if (!table) return refuse({ refusal: 'sheet-unreadable' })
  const [header, ...lines] = table
  const columns = (header?.cells ?? []).map(columnKey)
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return refuse({ refusal: 'sheet-empty' })
  if (filled.length > mostRows) return refuse({ refusal: 'sheet-too-long', most: mostRows })
  return done({
    columns: columns.filter((column) => column !== ''),
    rows: filled.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        // From the last to the first: of two columns of one name, the first one speaks.
        columns
          .map((column, i) => [column, (cells[i] ?? '').trim()] as const)
          .filter(([column]) => column !== '')
          .reverse(),
      ),
    })),
  })
}
