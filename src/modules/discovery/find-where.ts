import { searchKey } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readDepartement, readNamedPlaces, readTowns, type Town } from './db/where.ts'
import { departementName, departements } from './domain/departements.ts'
import { forgivenLetters, lettersApart, readTyped } from './domain/normalise.ts'

/** A town one can choose: `text` finds it again without doubt. */
export interface Candidate {
  name: string
  departement: string
  text: string
}

/** A point to measure distances from, and how well it is known. */
export interface Found {
  kind: 'found'
  name: string
  departement: string
  latitude: number
  longitude: number
  timeZone: string
  /** `import`: official coordinates; `places`: from known places of the town; `place`: the place itself. */
  precision: 'import' | 'places' | 'departement' | 'place'
  /** Towns that may have been meant too. */
  others: Candidate[]
  /** What was typed is not quite its name. */
  corrected: boolean
}

export type Where =
  | Found
  | { kind: 'which'; candidates: Candidate[] }
  | { kind: 'unknown'; suggestions: Candidate[] }

/** A town this many times more populated than the next is the one people mean. */
const muchLarger = 5

const candidate = ({ name, departement }: { name: string; departement: string }): Candidate => ({
  name,
  departement: departementName(departement),
  text: `${name} (${departement})`,
})

const found = (town: Town, others: Town[] = [], corrected = false): Found => ({
  kind: 'found',
  name: town.name,
  departement: town.departement,
  latitude: town.latitude,
  longitude: town.longitude,
  timeZone: town.timeZone,
  precision: town.precision,
  others: others
    .filter(({ code }) => code !== town.code)
    .slice(0, 6)
    .map(candidate),
  corrected,
})

/** One of the towns when it stands out by its population, otherwise the question « which one? ». */
function choose(towns: Town[], corrected = false): Where {
  const [first, second] = [...towns].sort((a, b) => b.population - a.population)
  if (!first) return { kind: 'unknown', suggestions: [] }
  if (!second || first.population >= muchLarger * second.population) return found(first, towns, corrected)
  return { kind: 'which', candidates: towns.slice(0, 12).map(candidate) }
}

const isArrondissement = ({ code }: Town) => /^(132|693|751)\d\d$/.test(code) && code !== '13200'

/**
 * Understands what a person typed for where they live: a town, a postal code, a département, the name of a place of
 * the network. Accents, case, « St », CEDEX, arrondissements and small typing errors are forgiven.
 */
export async function findWhere(work: Work<'discovery' | 'network'>, text: string): Promise<Where> {
  const { key, postalCode, departement } = readTyped(text)
  if (postalCode) {
    const there = await readTowns(work, { by: 'postal-code', code: postalCode }, null)
    const named = key
      ? (there.find((town) => town.key === key) ?? there.find((town) => town.key.startsWith(key)))
      : undefined
    const best = named ?? there.find(isArrondissement) ?? there[0]
    if (best)
      return found(
        best,
        there.filter((town) => isArrondissement(best) === isArrondissement(town)),
      )
    if (!key) return wholeDepartement(work, postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2))
  }
  if (!key) return departement ? wholeDepartement(work, departement) : { kind: 'unknown', suggestions: [] }
  return findName(work, key, departement)
}

async function wholeDepartement(work: Work<'discovery'>, code: string): Promise<Where> {
  const row = await readDepartement(work, code)
  if (!row) return { kind: 'unknown', suggestions: [] }
  const { name, latitude, longitude } = row
  return {
    kind: 'found',
    name,
    departement: code,
    latitude,
    longitude,
    timeZone: row.time_zone,
    precision: 'departement',
    others: [],
    corrected: false,
  }
}

async function findName(
  work: Work<'discovery' | 'network'>,
  key: string,
  departement: string | null,
): Promise<Where> {
  const beginning = await readTowns(work, { by: 'beginning', key }, departement)
  const exact = await readTowns(work, { by: 'key', key }, departement)
  const most = exact[0]
  if (most) {
    // « Saint-Ouen » is a village's whole name, and what everybody calls Saint-Ouen-sur-Seine.
    const longer = beginning.find(
      (town) =>
        town.key.startsWith(`${key} `) &&
        !isArrondissement(town) &&
        town.population >= muchLarger * most.population,
    )
    if (longer && !departement) return found(longer, [...exact, ...beginning.slice(0, 3)])
    return exact.length === 1 ? found(most) : { kind: 'which', candidates: exact.slice(0, 12).map(candidate) }
  }
  const whole = departements.find(({ name }) => searchKey(name) === key)
  if (whole) return wholeDepartement(work, whole.code)
  // The same places answer to « Persépolis » and to « la médiathèque Persépolis ».
  const [place] = key.length >= 4 ? await readNamedPlaces(work, key) : []
  if (place) {
    const { city, latitude, longitude, timeZone } = place
    const name = searchKey(place.name).includes(searchKey(city)) ? place.name : `${place.name}, ${city}`
    return {
      kind: 'found',
      name,
      departement: place.departement,
      latitude,
      longitude,
      timeZone,
      precision: 'place',
      others: [],
      corrected: false,
    }
  }
  if (beginning.length > 0 && key.length >= 3) return choose(beginning)
  const alike = await readTowns(work, { by: 'sound', key }, departement)
  const near = alike.map((town) => ({ town, apart: lettersApart(key, town.key) }))
  const least = Math.min(...near.map(({ apart }) => apart))
  if (least <= forgivenLetters(key))
    return choose(
      near.filter(({ apart }) => apart === least).map(({ town }) => town),
      true,
    )
  const suggestions = near.sort((a, b) => a.apart - b.apart || b.town.population - a.town.population)
  return { kind: 'unknown', suggestions: suggestions.slice(0, 5).map(({ town }) => candidate(town)) }
}
