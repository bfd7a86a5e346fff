import { stringify } from 'csv-stringify/sync'
import { type Column, columns } from './domain/places-standard.ts'
import type { WrittenPlace } from './domain/places-standard-write.ts'

/**
 * Places as the standard’s CSV: UTF-8, comma, the 32 columns in order. Nothing is added against spreadsheets that take a
 * `+33…` for a formula: the schema would refuse it.
 */
export const placesCsv = (places: readonly WrittenPlace[]): string =>
  stringify(
    places.map((place) => columns.map((column) => place[column] ?? '')),
    { header: true, columns: [...columns], record_delimiter: '\n', cast: { number: String } },
  )

/** Places as JSON, under the same names as the columns; what is empty is left out. */
export const placesJson = (places: readonly WrittenPlace[]): Partial<Record<Column, string | number>>[] =>
  places.map((place) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = place[column]
        return value === '' || value === null ? [] : [[column, value] as const]
      }),
    ),
  )
