import { areHours } from './opening-hours.ts'
import {
  type Column,
  cellText,
  cellValues,
  columns,
  isChosen,
  isList,
  officialWord,
  type StandardFields,
  unknownPivot,
} from './places-standard.ts'
import { isStandardPhone } from './places-standard-phone.ts'

/** A place as the standard writes it: every column, in order; positions as numbers, several values with `|`. */
export type WrittenPlace = Record<Exclude<Column, 'latitude' | 'longitude'>, string> & {
  latitude: number | null
  longitude: number | null
}

/** Most signs of a summary, in the standard. */
const summarySigns = 280

const allOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** A summary that fits, cut between two words. */
function fitting(text: string): string {
  if (text.length <= summarySigns) return text
  const cut = text.slice(0, summarySigns - 2)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`
}

/** What the schema refuses is left out, rather than passed on to those who read us. */
function strict(column: Column, value: string | string[] | undefined): string {
  if (isChosen(column))
    return allOf(value)
      .map((text) => officialWord(column, text))
      .filter((word) => word !== undefined)
      .join('|')
  const said = cellText(allOf(value).join('|'))
  const text = isList(column) ? cellValues(column, said).join('|') : said
  if (column === 'telephone') return isStandardPhone(text) ? text : ''
  if (column === 'horaires') return areHours(text) ? text : ''
  if (column === 'pivot') return /^[a-zA-Z0-9]{9,14}$/.test(text) ? text : unknownPivot
  if (column === 'code_insee') return /^([013-9]\d|2[AB1-9])\d{3}$/.test(text) ? text : ''
  if (column === 'presentation_resume') return fitting(text)
  return text
}

/**
 * A place as the standard writes it, strictly: whatever was kept, every answer passes the official schema. Reading what
 * was written and writing it again gives the same.
 */
export function writePlace(
  fields: StandardFields,
  position: { latitude: number | null; longitude: number | null },
): WrittenPlace {
  const written = Object.fromEntries(
    columns.map((column) => [column, strict(column, fields[column])]),
  ) as Record<Column, string>
  // Nothing is lost of a summary that had to be cut, when there is room below.
  const whole = cellText(allOf(fields.presentation_resume).join('|'))
  if (written.presentation_resume !== whole && written.presentation_detail === '')
    written.presentation_detail = whole
  return { ...written, latitude: position.latitude, longitude: position.longitude }
}
