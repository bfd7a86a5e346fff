import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/universal'
import type { Line } from './csv.ts'

/** What an XLSX may become once unpacked: a small file that swells beyond this is a trap, not a programme. */
const mostUnpackedBytes = 30 * 1024 * 1024

/** The lines of the first sheet of an XLSX, or undefined when it is none. */
export async function xlsxTable(bytes: Uint8Array): Promise<Line[] | undefined> {
  try {
    if (!staysSmall(bytes)) return undefined
    const rows = await readSheet(new Uint8Array(bytes).buffer)
    return rows.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) }))
  } catch {
    // The reader throws many kinds of errors on broken files; to a person they are one.
    return undefined
  }
}

/**
 * Unpacks each file the archive names, counting, and stops at the limit: sizes written in an archive may lie. Follows the
 * central directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16), as the reader does.
 */
function staysSmall(bytes: Uint8Array): boolean {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return false
  let left = mostUnpackedBytes
  let at = archive.readUInt32LE(end + 16)
  for (let files = archive.readUInt16LE(end + 10); files > 0; files--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) return false
    const packed = archive.readUInt32LE(at + 20)
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const data = archive.subarray(from, from + packed)
    const isPacked = archive.readUInt16LE(at + 10) === 8
    left -= isPacked && packed > 0 ? inflateRawSync(data, { maxOutputLength: left + 1 }).length : packed
    if (left < 0) return false
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return true
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  // A spreadsheet has no zone: its hours are read as if in UTC, and written as they were.
  const rounded = new Date(Math.round(cell.getTime() / 60_000) * 60_000)
  const [day = '', hour = ''] = rounded.toISOString().split('T')
  const clock = hour.slice(0, 5)
  // An hour alone is a fraction of the spreadsheet’s day zero.
  if (day < '1900-01-02') return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
