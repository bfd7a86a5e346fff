import { areHours } from './opening-hours.ts'
import {
  type Column,
  cellText,
  cellValues,
  columns,
  isChosen,
  isList,
  officialWord,
  type Remark,
  requiredColumns,
  type StandardFields,
  type StandardRow,
} from './places-standard.ts'
import { standardPhone } from './places-standard-phone.ts'
import { searchKey } from './search-key.ts'
import { timeZoneOf } from './time-zone.ts'

/** A place of the national list, ready to be kept. */
export interface ListedPlace {
  externalId: string
  name: string
  address: string
  city: string
  postalCode: string
  inseeCode: string | null
  latitude: number | null
  longitude: number | null
  timeZone: string
  openingHours: string | null
  phone: string | null
  /** What tells those who come when and where it passes, for a place that moves. */
  howToCome: { fr?: string }
  searchKey: string
  /** Everything the file said, multiple values as lists. */
  standard: StandardFields
  updatedOn: string
}

export type ReadRow = { place: ListedPlace; warnings: Remark[] } | { place: null; faults: Remark[] }

/** A cell as it is kept; words the standard does not know are kept as they are, with a remark. */
function fieldOf(column: Column, text: string, warnings: Remark[]): string | string[] {
  if (!isList(column)) return text
  const values = cellValues(column, text)
  if (!isChosen(column)) return values
  return [
    ...new Set(
      values.map((value) => {
        const word = officialWord(column, value)
        if (word === undefined)
          warnings.push({ column, reason: `« ${value} » is not a word of the standard: kept, not passed on` })
        return word ?? value
      }),
    ),
  ]
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Degrees nearer to nothing than this are nothing: less than a millimetre, and too small a number for the database. */
const smallest = 1e-9

/** Degrees, also written with a comma; null when empty, undefined when it is no number or out of range. */
function degrees(text: string, most: number): number | null | undefined {
  if (text === '') return null
  if (!/^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(text)) return undefined
  const value = Number(text.replace(',', '.'))
  if (Math.abs(value) > most) return undefined
  return Math.abs(value) < smallest ? 0 : value
}

/** Reads one row: liberal in what it takes, strict in what it keeps. */
export function readRow(row: StandardRow): ReadRow {
  const cell = (column: Column) => cellText(row[column] ?? '')
  const faults: Remark[] = []
  const warnings: Remark[] = []
  for (const column of requiredColumns) if (cell(column) === '') faults.push({ column, reason: 'is empty' })
  const postalCode = cell('code_postal').replace(/\s/g, '')
  if (postalCode && !/^\d{5}$/.test(postalCode))
    faults.push({ column: 'code_postal', reason: `« ${postalCode} » is not five digits` })
  const inseeCode = cell('code_insee').toUpperCase()
  const inseeFits = /^(?:[013-9]\d|2[AB1-9])\d{3}$/.test(inseeCode)
  if (inseeCode && !inseeFits)
    faults.push({ column: 'code_insee', reason: `« ${inseeCode} » is not an INSEE code` })
  const updatedOn = cell('date_maj')
  if (updatedOn && !isDate(updatedOn))
    faults.push({ column: 'date_maj', reason: `« ${updatedOn} » is not a day written 2024-12-31` })
  const latitude = degrees(cell('latitude'), 90)
  const longitude = degrees(cell('longitude'), 180)
  if (latitude === undefined)
    faults.push({ column: 'latitude', reason: `« ${cell('latitude')} » is not a latitude` })
  if (longitude === undefined)
    faults.push({ column: 'longitude', reason: `« ${cell('longitude')} » is not a longitude` })
  if (latitude !== undefined && longitude !== undefined && (latitude === null) !== (longitude === null))
    faults.push({
      column: latitude === null ? 'latitude' : 'longitude',
      reason: 'is empty though the other one is not',
    })
  if (faults.length > 0) return { place: null, faults }

  const hours = cell('horaires')
  if (hours && !areHours(hours))
    warnings.push({
      column: 'horaires',
      reason: `« ${hours} » is kept as text: not opening hours of the standard`,
    })
  const pivot = cell('pivot')
  if (!/^[a-zA-Z0-9]{9,14}$/.test(pivot))
    warnings.push({ column: 'pivot', reason: `« ${pivot} » is not a SIRET or RNA number` })
  if (latitude === null)
    warnings.push({ column: 'latitude', reason: 'no coordinates: the place is listed without a distance' })
  const phone = standardPhone(cell('telephone'))
  const standard: StandardFields = {}
  for (const column of columns) {
    const text = column === 'telephone' ? phone : cell(column)
    if (text !== '') standard[column] = fieldOf(column, text, warnings)
  }
  const note = cell('presentation_detail')
  const moves = standard.itinerance?.includes('Itinérant') && note !== ''
  return {
    warnings,
    place: {
      externalId: cell('id'),
      name: cell('nom'),
      address: [cell('adresse'), cell('complement_adresse')].filter(Boolean).join(', '),
      city: cell('commune'),
      postalCode,
      inseeCode: inseeCode || null,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      // The postal code of Saint-Martin is one of Guadeloupe: the INSEE code knows better.
      timeZone: timeZoneOf(inseeCode || postalCode),
      openingHours: hours || null,
      phone: phone || null,
      howToCome: moves ? { fr: note } : {},
      searchKey: searchKey(cell('nom')),
      standard,
      updatedOn,
    },
  }
}
