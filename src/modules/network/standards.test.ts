import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  dataInclusionWords,
  isStructure,
  officialExample,
  placesFaults,
  placesFields,
} from '#fixtures/standards/check.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { structureOf } from './domain/data-inclusion.ts'
import * as maps from './domain/data-inclusion-maps.ts'
import { columns, isChosen, vocabularies } from './domain/places-standard.ts'
import { fieldsOf } from './domain/places-standard-ours.ts'
import { writePlace } from './domain/places-standard-write.ts'
import { importPlaces } from './import-places.ts'
import { placesCsv, placesJson, readStandardPlaces } from './standards.ts'

let t: TestHouse
beforeAll(async () => {
  t = await testHouse()
})
afterAll(() => t?.close())

const nothing = { services: [], publics: [], care: [], ways: [] }
const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[]
const faultsOf = (csv: string) => placesFaults((csv.split('\n')[0] ?? '').split(','), rowsOf(csv))

/** What is published of everything listed. */
const written = () =>
  t.house.inWork({ kind: 'visitor' }, async (work) =>
    (await readStandardPlaces(work, 'listed')).map((place) =>
      writePlace(fieldsOf(place, nothing, 'https://maillage.example'), place),
    ),
  )
const empty = () => t.owner.query('delete from network.places')
async function bring(text: string) {
  const brought = await t.house.inWork({ kind: 'system', centre: null }, (work) => importPlaces(work, text))
  if (!brought.ok) throw new Error(JSON.stringify(brought))
  return brought.value
}

test('our columns and words are those of the official schema, to the letter', () => {
  expect(columns).toEqual(placesFields.map(({ name }) => name))
  for (const { name, constraints } of placesFields) {
    const [, words] = /^\(\?:\(\?:\^\|\\\|\)\((.*)\)\)\+\$$/.exec(constraints?.pattern ?? '') ?? []
    expect(isChosen(name)).toBe(words !== undefined)
    if (words && isChosen(name))
      expect([...vocabularies[name]].toSorted()).toEqual(
        words
          .replaceAll(/\\([()])/g, '$1')
          .split('|')
          .toSorted(),
      )
  }
})

test('the official example comes in and goes out the same, cell by cell', async () => {
  await empty()
  expect(await bring(officialExample)).toMatchObject({ added: 1, faults: [], warnings: [] })
  const out = placesCsv(await written())
  expect(rowsOf(out)).toEqual(rowsOf(officialExample))
  expect(faultsOf(out)).toEqual([])
})

const line = fc
  .string({ unit: fc.constantFrom(...'aé’" ;,|\n.œع=+-1'), maxLength: 30 })
  .map((text) => `x${text}`)
const several = (words: readonly string[]) =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...words, 'hors liste'), { maxLength: 4 }),
      fc.constantFrom('|', ';'),
    )
    .map(([chosen, separator]) => chosen.join(separator).replaceAll("'", '’'))
const chosen = Object.fromEntries(
  Object.entries(vocabularies).map(([column, words]) => [column, several(words)]),
)
const anyRow = fc.record({
  pivot: fc.constantFrom('43493312300029', 'W9C1000123', '', 'x'),
  nom: line,
  commune: line,
  code_postal: fc.constantFrom('93400', '97150', ' 20 000'),
  code_insee: fc.constantFrom('93070', '2A004', '97801', ''),
  adresse: line,
  complement_adresse: line,
  position: fc.option(
    fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
  ),
  typologie: fc.constantFrom('', 'EPN', 'TIERS_LIEUX;ASSO'),
  telephone: fc.constantFrom('', '01 43 05 18 89', '+262269633075', '3949'),
  courriels: fc.constantFrom('', 'a@b.fr|c@d.fr'),
  site_web: fc.constantFrom('', 'https://a.fr/?x=1;y=2', 'https://a.fr;https://b.fr'),
  horaires: fc.constantFrom('', 'Mo-Fr 09:00-12:00', 'le matin'),
  presentation_resume: fc.oneof(line, fc.constant('un deux '.repeat(60))),
  presentation_detail: fc.oneof(line, fc.constant('')),
  source: line,
  structure_parente: line,
  date_maj: fc.constantFrom('2024-04-02', '2020-02-29'),
  autres_formations_labels: line,
  fiche_acces_libre: fc.constantFrom('', 'https://acceslibre.beta.gouv.fr/x'),
  prise_rdv: fc.constantFrom('', 'https://rdv.example/'),
  ...chosen,
})

test('whatever was taken in goes out as the schema wants it, and comes in and goes out again the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 6 }), async (rows) => {
      await empty()
      const file = rows.map(({ position, ...row }, i) => ({
        id: `p-${i}`,
        ...row,
        latitude: position ? String(position[0]) : '',
        longitude: position ? String(position[1]) : '',
      }))
      await bring(JSON.stringify(file))
      const first = await written()
      expect(first).toHaveLength(rows.length)
      const csv = placesCsv(first)
      expect(faultsOf(csv)).toEqual([])

      await empty()
      await bring(csv)
      expect(placesCsv(await written())).toBe(csv)
      expect(await bring(csv)).toMatchObject({ added: 0, changed: 0 })
      await empty()
      await bring(JSON.stringify(placesJson(first)))
      expect(placesCsv(await written())).toBe(csv)
    }),
    { numRuns: 60 },
  )
})

test('a summary longer than the standard allows is cut between two words, and whole below', () => {
  const long = 'Des ateliers pour tous, '.repeat(20).trim()
  const place = writePlace({ id: 'a', presentation_resume: long }, { latitude: null, longitude: null })
  expect(place.presentation_resume.length).toBeLessThanOrEqual(280)
  expect(place.presentation_resume).toMatch(/ …$/)
  expect(place.presentation_detail).toBe(long)
})

test('every word the mapping to data·inclusion leads to is one of its official words', () => {
  const check = (table: Readonly<Record<string, string | null | readonly string[]>>, definition: string) =>
    expect(dataInclusionWords(definition)).toEqual(
      expect.arrayContaining(
        Object.values(table)
          .flat()
          .filter((word) => word !== null),
      ),
    )
  check(maps.thematicsOf, 'Thematique')
  check(maps.publicsOf, 'Public')
  check(maps.careOf, 'Public')
  check(maps.mobilisationOf, 'ModeMobilisation')
  check(maps.typeOf, 'TypeService')
  check(maps.feesOf, 'Frais')
})

test('any place of the standard makes a structure the official schema takes', () => {
  fc.assert(
    fc.property(anyRow, ({ position, ...row }) => {
      const place = writePlace(
        { id: 'a', ...row },
        { latitude: position?.[0] ?? null, longitude: position?.[1] ?? null },
      )
      isStructure(
        structureOf({ ...place, code_postal: '93400' }, 'maillage', 'https://maillage.example/places/1'),
      )
      expect(isStructure.errors ?? []).toEqual([])
    }),
  )
})

test('the département of a place has three signs overseas, and a letter in Corsica', () => {
  expect(maps.departementOf({ inseeCode: '97801', postalCode: '97150' })).toBe('978')
  expect(maps.departementOf({ inseeCode: null, postalCode: '20000' })).toBe('2A')
  expect(maps.departementOf({ inseeCode: null, postalCode: '20228' })).toBe('2B')
  expect(maps.departementOf({ inseeCode: '2A004', postalCode: '20000' })).toBe('2A')
  expect(maps.departementOf({ inseeCode: '93070', postalCode: '93400' })).toBe('93')
})
