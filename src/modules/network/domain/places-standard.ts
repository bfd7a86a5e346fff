import { searchKey } from './search-key.ts'
import { timeZoneOf } from './time-zone.ts'

/**
 * The columns of the national places standard (LaMednum, standard-mediation-num 1.0.2), in its order. All are kept;
 * those that other files still carry from version 0 are read under their present names.
 */
export const columns = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const
export type Column = (typeof columns)[number]

/** Columns of version 0, and the ones that took their place. */
export const formerColumns: Readonly<Record<string, Column>> = {
  courriel: 'courriels',
  conditions_acces: 'frais_a_charge',
  publics_accueillis: 'publics_specifiquement_adresses',
  modalites_access: 'modalites_acces',
}

const required = ['id', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'] as const
const lists: ReadonlySet<Column> = new Set([
  'typologie',
  'courriels',
  'site_web',
  'itinerance',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
] satisfies Column[])

/** A row of the file by its column names. */
export type StandardRow = Partial<Record<string, string>>

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
  searchKey: string
  /** Everything the file said, multiple values as lists. */
  standard: Record<string, string | string[]>
  updatedOn: string
}

/** What is wrong or odd in a row: in which column, and why. */
export interface Remark {
  column: string
  reason: string
}

export type ReadRow = { place: ListedPlace; warnings: Remark[] } | { place: null; faults: Remark[] }

const severalValues = (text: string): string[] =>
  text
    .split(/[|;]/)
    .map((value) => value.trim().replace(/’/g, "'"))
    .filter(Boolean)

const dayHours =
  /^((Mo|Tu|We|Th|Fr|Sa|Su|PH)([-,](Mo|Tu|We|Th|Fr|Sa|Su|PH))*\s+)?(off|closed|([01]?\d|2[0-4]):[0-5]\d-([01]?\d|2[0-4]):[0-5]\d(,\s*([01]?\d|2[0-4]):[0-5]\d-([01]?\d|2[0-4]):[0-5]\d)*)(\s*".*")?$/

/** Whether a text is opening hours in the OpenStreetMap manner, as far as people write them. */
export const areHours = (text: string): boolean =>
  text === '24/7' ||
  text
    .split(';')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .every(
      (rule) =>
        dayHours.test(rule) ||
        /^week\s|^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^(SH|PH)/.test(rule),
    )

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Degrees, also written with a comma; null when empty, undefined when it is no number or out of range. */
function degrees(text: string, most: number): number | null | undefined {
  if (text === '') return null
  const value = Number(text.replace(',', '.'))
  return /^[-+]?\d+([.,]\d+)?$/.test(text) && Math.abs(value) <= most ? value : undefined
}

/** Reads one row: liberal in what it takes, strict in what it keeps. */
export function readRow(row: StandardRow): ReadRow {
  const cell = (column: Column) => (row[column] ?? '').normalize('NFC').replaceAll('\0', '').trim()
  const faults: Remark[] = []
  const warnings: Remark[] = []
  for (const column of required) if (cell(column) === '') faults.push({ column, reason: 'is empty' })
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
  const standard: Record<string, string | string[]> = {}
  for (const column of columns) {
    const text = cell(column)
    if (text !== '') standard[column] = lists.has(column) ? severalValues(text) : text
  }
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
      timeZone: timeZoneOf(postalCode),
      openingHours: hours || null,
      phone: cell('telephone') || null,
      searchKey: searchKey(cell('nom')),
      standard,
      updatedOn,
    },
  }
}
