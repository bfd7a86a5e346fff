import { afterAll, beforeAll, expect, test } from 'vitest'
import { franceServicesSample } from '#fixtures/standards/check.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { dayOpenings, standardRowOf } from './domain/france-services.ts'
import { standardPhone } from './domain/places-standard-phone.ts'
import { importPlaces } from './import-places.ts'

let t: TestHouse
beforeAll(async () => {
  t = await testHouse()
})
afterAll(() => t?.close())

const bring = (text: string, format?: 'standard' | 'france-services') =>
  t.house.inWork({ kind: 'system', centre: null }, (work) =>
    importPlaces(work, text, { ...(format && { format }) }),
  )
const place = async (id: number) =>
  (await t.owner.query('select * from network.places where external_id = $1', [`france-services-${id}`]))
    .rows[0]

test('the list of France services is recognised, comes in whole, and changes nothing the second time', async () => {
  const first = await bring(franceServicesSample)
  expect(first).toMatchObject({
    ok: true,
    value: { format: 'france-services', rows: 30, added: 30, changed: 0, moving: 5, faults: [] },
  })
  // Records, not lines: thirty of them on forty-three lines, and the two of one name told by where they begin.
  expect(first.ok && first.value.warnings).toEqual([
    {
      line: 43,
      column: 'nom',
      reason:
        '« France services de Case-Pilote » is also on line 32, under another identifier: both are kept',
    },
  ])
  expect(await bring(franceServicesSample)).toMatchObject({
    value: { added: 0, changed: 0, unchanged: 30, faults: [] },
  })
})

test('a resident finds when it is open, and where the bus passes', async () => {
  expect(await place(2)).toMatchObject({
    kind: 'listed',
    phone: '+33474301963',
    opening_hours: 'Tu-Fr 09:00-12:00,14:00-16:30; Sa 09:00-12:00',
    how_to_come: {},
  })
  const bus = await place(47)
  expect(bus.standard.itinerance).toEqual(['Itinérant'])
  expect(bus.how_to_come.fr).toMatch(/^A la demande .* lundis à la mairie de Monthois/)
  // A place with annexes stays where it is.
  expect((await place(66)).standard.itinerance).toEqual(['Fixe'])
})

test('overseas places are in their own time, with their own numbers', async () => {
  expect(await place(565)).toMatchObject({ time_zone: 'Indian/Mayotte', phone: '+262269625503' })
  expect(await place(555)).toMatchObject({ time_zone: 'America/Martinique', phone: '+596596532087' })
  // Saint-Martin: a postal code of Guadeloupe, an INSEE code of its own.
  expect(await place(1684)).toMatchObject({
    time_zone: 'America/Marigot',
    postal_code: '97150',
    insee_code: '97801',
  })
  expect(
    ['06 39 98 00 01', '0639 12 34 56', '0692 12 34 56', '39 49', '+33 1 43 05 18 89'].map(standardPhone),
  ).toEqual(['+33639980001', '+262639123456', '+262692123456', '39 49', '+33143051889'])
})

test('hours that were added up by the source are said once, and midnight to midnight is closed', () => {
  expect(dayOpenings('00:00 - 00:00 / 09:00 - 12:00 / 14:00 - 17:00')).toEqual([
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ])
  expect(dayOpenings('09:00 - 12:30 / 09:00 - 17:00 / 14:00 - 17:00')).toEqual([
    { from: '09:00', to: '17:00' },
  ])
  expect(dayOpenings('09:00 - 13:30 / 13:30 - 17:00')).toEqual([{ from: '09:00', to: '17:00' }])
  expect(dayOpenings('')).toEqual([])
  expect(dayOpenings('le matin')).toBeUndefined()
  expect(dayOpenings('17:00 - 09:00')).toBeUndefined()
  const { row, remarks } = standardRowOf({
    h_lundi: 'le matin',
    h_mardi: '09:00 - 12:00',
    format_fs: 'Tapis',
  })
  expect(row.horaires).toBe('Tu 09:00-12:00')
  expect(remarks.map(({ column }) => column)).toEqual(['h_lundi', 'format_fs'])
})

test('a row that is no place is refused with its line and its reason, and the others come in', async () => {
  const [header, first] = franceServicesSample.split('\n')
  const cells = (first ?? '').split(',')
  const changed = (column: string, value: string) =>
    cells.map((cell, i) => (header?.split(',')[i] === column ? value : cell)).join(',')
  const file = [
    header,
    changed('code_postal', '123'),
    changed('labellisation_fs', 'Espace'),
    changed('id_fs', ''),
    changed('id_fs', '9001'),
    changed('id_fs', '9001'),
  ].join('\n')
  const read = await bring(file)
  expect(read.ok && read.value).toMatchObject({
    added: 1,
    faults: [
      { line: 2, column: 'code_postal' },
      { line: 3, column: 'date_maj' },
      { line: 4, column: 'id' },
      { line: 6, column: 'id' },
    ],
  })
})

test('what is neither list is refused whole, and so is one list taken for the other', async () => {
  expect(await bring('a,b\n1,2\n')).toMatchObject({
    ok: false,
    refusal: 'format-unknown',
    columns: ['a', 'b'],
  })
  expect(await bring('{"places": []}')).toMatchObject({ ok: false, refusal: 'not-a-table' })
  expect(await bring('[1, 2]')).toMatchObject({ ok: false, refusal: 'not-a-table' })
  expect(await bring('[{"id": ')).toMatchObject({ ok: false, refusal: 'not-a-table' })
  expect(await bring(franceServicesSample, 'standard')).toMatchObject({
    ok: false,
    refusal: 'format-unknown',
  })
  expect(await bring('id_fs,lib_fs,lib_com\n1,a,b\n')).toMatchObject({
    ok: false,
    refusal: 'columns-missing',
    format: 'france-services',
    columns: ['code_postal', 'adresse'],
  })
})
