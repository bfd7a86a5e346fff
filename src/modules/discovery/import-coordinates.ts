import { CsvError, parse } from 'csv-parse/sync'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeCoordinates } from './db/communes.ts'

export interface CoordinatesReport {
  rows: number
  communes: number
  changed: number
  faults: { line: number; reason: string }[]
}

const codeColumns = [
  'code_commune_insee',
  'code_insee',
  'insee',
  'codeinsee',
  'code_insee_commune',
  'insee_com',
  'citycode',
]
const latitudeColumns = ['latitude', 'lat', 'latitude_mairie']
const longitudeColumns = ['longitude', 'lon', 'lng', 'long', 'longitude_mairie']
const pairColumns = ['coordonnees_gps', '_geopoint', 'geo_point_2d', 'coordonnees_geographiques']

type Row = Record<string, string>
const first = (row: Row, names: readonly string[]) =>
  names
    .map((name) => row[name])
    .find((value) => value !== undefined)
    ?.trim() ?? ''

function pointOf(row: Row): { latitude: number; longitude: number } | null {
  const [pairLatitude = '', pairLongitude = ''] = first(row, pairColumns).split(/[,;\s]+/)
  const latitude = first(row, latitudeColumns) || pairLatitude
  const longitude = first(row, longitudeColumns) || pairLongitude
  if (latitude === '' || longitude === '') return null
  const point = {
    latitude: Number(latitude.replace(',', '.')),
    longitude: Number(longitude.replace(',', '.')),
  }
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null
}

/**
 * Sets the coordinates of communes from an official file: town halls, La Poste (`Code_commune_INSEE`,
 * `coordonnees_gps`) or national addresses. Several rows of one commune give their mean. Doing it again changes nothing.
 */
export async function importCoordinates(
  work: Work<'discovery'>,
  text: string,
): Promise<Result<CoordinatesReport, { refusal: 'not-a-table' | 'columns-missing'; reason: string }>> {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  let rows: { record: Row; info: { lines: number } }[]
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      delimiter: header.split(';').length > header.split(',').length ? ';' : ',',
      relaxColumnCount: true,
      skipEmptyLines: true,
      columns: (names: string[]) => names.map((name) => name.replace(/^#/, '').trim().toLowerCase()),
    }) as unknown as typeof rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse({ refusal: 'not-a-table', reason: `line ${error.lines ?? 1}: ${error.message}` })
  }
  const names = Object.keys(rows[0]?.record ?? {})
  const has = (wanted: readonly string[]) => wanted.some((name) => names.includes(name))
  if (!has(codeColumns))
    return refuse({ refusal: 'columns-missing', reason: `one of ${codeColumns.join(', ')}` })
  if (!has(pairColumns) && !(has(latitudeColumns) && has(longitudeColumns)))
    return refuse({
      refusal: 'columns-missing',
      reason: `latitude and longitude, or one of ${pairColumns.join(', ')}`,
    })

  const faults: CoordinatesReport['faults'] = []
  const sums = new Map<string, { latitude: number; longitude: number; count: number; line: number }>()
  for (const { record, info } of rows) {
    const code = first(record, codeColumns).toUpperCase().padStart(5, '0')
    const point = pointOf(record)
    if (!/^(\d{5}|2[AB]\d{3})$/.test(code))
      faults.push({ line: info.lines, reason: `« ${code} » is not an INSEE code` })
    else if (!point) faults.push({ line: info.lines, reason: 'has no coordinates that can be read' })
    else {
      const sum = sums.get(code) ?? { latitude: 0, longitude: 0, count: 0, line: info.lines }
      sums.set(code, {
        latitude: sum.latitude + point.latitude,
        longitude: sum.longitude + point.longitude,
        count: sum.count + 1,
        line: sum.line,
      })
    }
  }
  const points = [...sums].map(([code, { latitude, longitude, count }]) => ({
    code,
    latitude: latitude / count,
    longitude: longitude / count,
  }))
  const { changed, unknown } = await writeCoordinates(work, points)
  for (const code of unknown)
    faults.push({ line: sums.get(code)?.line ?? 1, reason: `no commune has the code ${code}` })
  faults.sort((a, b) => a.line - b.line)
  return done({ rows: rows.length, communes: points.length - unknown.length, changed, faults })
}
