import { CsvError, parse } from 'csv-parse/sync'

/** The cells of one line of a file, and its number there (the first is 1). */
export interface Line {
  line: number
  cells: string[]
}

/** The lines of a CSV, or undefined when it is none. */
export function csvTable(bytes: Uint8Array): Line[] | undefined {
  const text = decode(bytes)
  if (text === undefined) return undefined
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // csv-parse tells the line where a record ends; a person looks for where it begins.
    return rows.map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      // An apostrophe before a sign of a formula is how `writeCsv` disarms it.
      cells: record.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')),
    }))
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // A zero byte is in no table: a picture, a PDF, an old .xls.
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator the header line has most of. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const [best = ','] = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length)
  return best
}
