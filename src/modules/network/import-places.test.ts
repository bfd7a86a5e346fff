import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { readRow } from './domain/places-standard-read.ts'
import { searchKey } from './domain/search-key.ts'
import { importPlaces } from './import-places.ts'

let t: TestHouse
beforeAll(async () => {
  t = await testHouse()
})
afterAll(() => t?.close())

const header =
  'id,pivot,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,horaires,date_maj,services,modalites_acces,fiche_acces_libre'
const row = (id: string, change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    id,
    pivot: '00000000000000',
    nom: `Lieu ${id}`,
    commune: 'Saint-Denis',
    code_postal: '97400',
    code_insee: '97411',
    adresse: '1 rue de la Mer',
    latitude: '-20.88',
    longitude: '55.45',
    horaires: 'Mo-Fr 09:00-12:00',
    date_maj: '2024-04-02',
    services: 'Loisirs et créations numériques|Compréhension du monde numérique',
    modalites_acces: 'Ce lieu n’accueille pas de public;Téléphoner',
    ...change,
  }
  return header
    .split(',')
    .map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`)
    .join(',')
}
const bring = (text: string) =>
  t.house.inWork({ kind: 'system', centre: null }, (work) => importPlaces(work, text))

test('a file is kept row by row: good ones in, bad ones listed with line, column and reason, and twice changes nothing', async () => {
  const file = [
    header,
    row('a'),
    row('b', { adresse: '2 rue\nsur deux lignes', horaires: 'le matin' }),
    row('c', { code_postal: '9340' }),
    row('d', { latitude: '', longitude: '' }),
    row('a'),
  ].join('\n')
  const first = await bring(file)
  expect(first.ok && { ...first.value, warnings: [] }).toEqual({
    format: 'standard',
    rows: 5,
    added: 3,
    changed: 0,
    unchanged: 0,
    moving: 0,
    warnings: [],
    faults: [
      { line: 5, column: 'code_postal', reason: '« 9340 » is not five digits' },
      { line: 7, column: 'id', reason: '« a » is already on a line above' },
    ],
  })
  expect(first.ok && first.value.warnings).toContainEqual(
    expect.objectContaining({ line: 3, column: 'horaires' }),
  )
  const again = await bring(file)
  expect(again.ok && [again.value.added, again.value.changed, again.value.unchanged]).toEqual([0, 0, 3])
  const { rows } = await t.owner.query(`select * from network.places where external_id = 'a'`)
  expect(rows[0]).toMatchObject({
    kind: 'listed',
    time_zone: 'Indian/Reunion',
    step_free: null,
    search_key: 'lieu a',
  })
  expect(rows[0].standard.modalites_acces).toEqual(["Ce lieu n'accueille pas de public", 'Téléphoner'])
})

test('a file that is no table, or lacks a column, is refused whole', async () => {
  expect(await bring('nom,commune\nx,y\n')).toMatchObject({ ok: false, refusal: 'columns-missing' })
  expect(await bring(`${header}\n"never closed`)).toMatchObject({ ok: false, refusal: 'not-a-table' })
})

test('no row makes the reader fail, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...header.split(',')), fc.string({ unit: 'binary' })),
      (cells) => {
        const read = readRow(cells)
        if (read.place) expect(read.place.postalCode).toMatch(/^\d{5}$/)
        else expect(read.faults.length).toBeGreaterThan(0)
      },
    ),
  )
})

test('a name and the ways people write it have one key', () => {
  for (const [one, other] of [
    ['ST-OUEN', 'Saint-Ouen'],
    ['Paris 11e Arrondissement', 'paris 11ème'],
    ['L’Haÿ-les-Roses', "l'hay les roses"],
    ['Ste Marie', 'SAINTE-MARIE'],
  ] as const)
    expect(searchKey(one)).toBe(searchKey(other))
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => void expect(searchKey(searchKey(text))).toBe(searchKey(text)),
    ),
  )
})
