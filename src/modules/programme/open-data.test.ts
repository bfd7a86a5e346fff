import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  dataInclusionWords,
  isService,
  isStructure,
  officialExample,
  placesFaults,
} from '#fixtures/standards/check.ts'
import { importPlaces } from '#modules/network/import-places.ts'
import { apiFaults } from '#platform/api/index.ts'
import type { Routes } from '#platform/http/env.ts'
import { createServer } from '#platform/http/server.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { readyMade } from './catalogue/index.ts'
import { otherPublics, thematicsOfNeed, thematicsOfTheme, typeOfFormat } from './domain/open-data.ts'
import { openData } from './open-data-routes.ts'

let there: TestHouse
let world: SmallWorld
let app: Routes

const serve = (house: TestHouse) =>
  createServer(house.house, [openData(house.house)], apiFaults, () => false, [])
const address = { PUBLIC_URL: 'https://maillage.example' }

beforeAll(async () => {
  there = await testHouse(address)
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  const { saintOuen } = world.centres
  const { rows } = await there.owner.query(
    `insert into network.places (centre_id, external_id, kind, name, address, city, postal_code, insee_code, time_zone,
      how_to_come, search_key) values
      ($1, 'test-market', 'stop', 'Halle du marché', '', 'Saint-Denis', '93200', '93066', 'Europe/Paris',
        '{"fr": "Sous l’auvent orange."}', 'halle'),
      ($1, 'test-library', 'partner', 'Médiathèque', '1 rue Haute', 'Saint-Denis', '93200', '93066', 'Europe/Paris', '{}', 'media')
      returning id`,
    [saintOuen],
  )
  const stop = rows[0].id
  await there.owner.query(
    `insert into network.stops (centre_id, place_id, starts_at, ends_at, status) values
      ($1, $2, '2026-12-08T09:00Z', '2026-12-08T11:00Z', 'planned'),
      ($1, $2, '2026-12-15T09:00Z', '2026-12-15T11:00Z', 'planned'),
      ($1, $2, '2026-12-22T09:00Z', '2026-12-22T11:00Z', 'cancelled'),
      ($1, $2, '2026-11-24T09:00Z', '2026-11-24T11:00Z', 'planned')`,
    [saintOuen, stop],
  )
  // The same activity at the stop, in Arabic; and one nobody was told of yet.
  await there.owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, capacity, starts_at, ends_at, status, languages) values
      ($1, $2, $3, 8, '2026-12-08T09:00Z', '2026-12-08T10:30Z', 'published', '{fr,ar}'),
      ($4, $5, $6, 8, '2026-12-09T09:00Z', '2026-12-09T10:30Z', 'draft', '{fr}')`,
    [
      saintOuen,
      world.activities.scams,
      stop,
      world.centres.roubaix,
      world.activities.video,
      world.places.roubaix,
    ],
  )
  await there.house.inWork({ kind: 'system', centre: null }, (work) => importPlaces(work, officialExample))
  app = serve(there)
})
afterAll(() => there?.close())

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[]
const get = async (path: string, from = app) => {
  const response = await from.request(`/open-data/${path}`)
  expect(response.status).toBe(200)
  return response
}
const csvOf = async (query = '', from = app) => (await get(`places.csv${query}`, from)).text()

test('who reuses our places gets the 32 columns of the standard, valid for the official schema', async () => {
  const csv = await csvOf()
  const rows = rowsOf(csv)
  expect(placesFaults((csv.split('\n')[0] ?? '').split(','), rows)).toEqual([])
  expect(rows.map(({ id }) => id)).toEqual([
    'test-Roubaix',
    'test-Saint-Ouen-sur-Seine',
    'test-library',
    'test-market',
  ])
  expect(rows[1]).toMatchObject({
    nom: 'Le Lieu',
    pivot: '00000000000000',
    itinerance: 'Fixe',
    services: 'Compréhension du monde numérique|Utilisation sécurisée du numérique',
    frais_a_charge: 'Gratuit',
    telephone: '+33199002412',
    modalites_acces: 'Se présenter|Téléphoner|Prendre un RDV en ligne',
    prise_rdv: `https://maillage.example/places/${world.places.saintOuen}`,
    source: 'maillage.example',
  })
})

test('a stop of the nomadic team goes out as « Itinérant », with the dates it is there and how to find it', async () => {
  const stop = rowsOf(await csvOf()).find(({ id }) => id === 'test-market')
  expect(stop).toMatchObject({
    itinerance: 'Itinérant',
    typologie: 'ENM',
    adresse: 'Halle du marché',
    horaires: '2026 Dec 08 10:00-12:00; 2026 Dec 15 10:00-12:00',
    presentation_detail: 'Sous l’auvent orange.',
    prise_en_charge_specifique: 'Langues étrangères (autres)',
  })
})

test('places of other lists go out only when they are asked for', async () => {
  expect(rowsOf(await csvOf('?whose=listed')).map(({ id }) => id)).toEqual(['structure-1'])
  expect(rowsOf(await csvOf('?whose=all'))).toHaveLength(5)
  expect(rowsOf(await csvOf('?whose=anything'))).toHaveLength(4)
})

test('another house that takes our places in, from CSV or JSON, says the same of them', async () => {
  const csv = await csvOf('?whose=all')
  for (const file of [csv, await (await get('places.json?whose=all')).text()]) {
    const other = await testHouse({ PUBLIC_URL: 'https://elsewhere.example' })
    try {
      const brought = await other.house.inWork({ kind: 'system', centre: null }, (work) =>
        importPlaces(work, file),
      )
      expect(brought).toMatchObject({ ok: true, value: { added: 5, faults: [] } })
      expect(await csvOf('?whose=listed', serve(other))).toBe(csv)
    } finally {
      await other.close()
    }
  }
})

test('data·inclusion gets one structure a site, valid for the official schema', async () => {
  const structures = await (await get('data-inclusion/structures.json')).json()
  for (const structure of structures) {
    isStructure(structure)
    expect(isStructure.errors ?? []).toEqual([])
  }
  expect(structures.map(({ id }: { id: string }) => id)).toEqual([
    'maillage-example--test-Roubaix',
    'maillage-example--test-Saint-Ouen-sur-Seine',
  ])
})

test('data·inclusion gets one service an activity and a centre, with the way to sign up, and no name of a person', async () => {
  const services = (await (await get('data-inclusion/services.json')).json()) as Record<string, unknown>[]
  for (const service of services) {
    isService(service)
    expect(isService.errors ?? []).toEqual([])
    expect(service).not.toHaveProperty('contact_nom_prenom')
  }
  expect(services.map(({ id }) => id).toSorted()).toEqual([
    'maillage-example--test-Roubaix:reconnaitre-un-message-piege',
    'maillage-example--test-Saint-Ouen-sur-Seine:appeler-en-video',
    'maillage-example--test-Saint-Ouen-sur-Seine:reconnaitre-un-message-piege',
  ])
  expect(services.find(({ id }) => String(id).endsWith('Seine:reconnaitre-un-message-piege'))).toMatchObject({
    structure_id: 'maillage-example--test-Saint-Ouen-sur-Seine',
    nom: 'Reconnaître un message piège',
    commune: 'Saint-Ouen-sur-Seine',
    type: 'atelier',
    thematiques: ['numerique--maitriser-les-fondamentaux-du-numerique'],
    // Also in Arabic at the stop, and still for everybody.
    publics: ['tous-publics', 'personnes-exilees'],
    frais: 'gratuit',
    zone_eligibilite: ['93'],
    modes_mobilisation: ['se-presenter', 'telephoner', 'utiliser-lien-mobilisation'],
    lien_mobilisation: 'https://maillage.example/sessions?near=93400&need=scams',
  })
})

test('every activity of the ready-made catalogue makes a service the official schema takes', async () => {
  const moved = await testHouse(address)
  const small = await seedSmallWorld(moved.ownerUrl, moved.house.seal, moved.now)
  try {
    for (const [i, { slug, theme, format, level, audience, needs, minutes, texts }] of readyMade.entries())
      await moved.owner.query(
        `with a as (insert into programme.activities (slug, theme, format, level, audience, needs, minutes, capacity, texts)
          values ($1, $2, $3, $4, $5, $6, $7, 8, $8) returning id)
        insert into programme.sessions (centre_id, activity_id, place_id, capacity, starts_at, ends_at, course_key, course_index, course_length)
          select $9, a.id, $10, 8, $11::timestamptz, $11::timestamptz + interval '1 hour', $12, $13, $13 from a`,
        [
          slug,
          theme,
          format,
          level,
          audience,
          needs,
          minutes,
          JSON.stringify(texts),
          small.centres.saintOuen,
          small.places.saintOuen,
          moved.now.add({ hours: 48 + i * 2 }).toString(),
          format === 'course' ? slug : null,
          format === 'course' ? 3 : null,
        ],
      )
    const services = await (await get('data-inclusion/services.json', serve(moved))).json()
    expect(services.length).toBe(readyMade.length + 3)
    for (const service of services) {
      isService(service)
      expect([service.id, isService.errors ?? []]).toEqual([service.id, []])
      expect(service.thematiques.length).toBeGreaterThan(0)
    }
  } finally {
    await moved.close()
  }
})

test('our own tables lead to official words only', () => {
  const known = (words: Iterable<string | readonly string[] | undefined>, definition: string) =>
    expect(dataInclusionWords(definition)).toEqual(expect.arrayContaining([...words].flat()))
  known(Object.values(thematicsOfNeed), 'Thematique')
  known(Object.values(thematicsOfTheme), 'Thematique')
  known(Object.values(otherPublics), 'Public')
  known(Object.values(typeOfFormat), 'TypeService')
})

test('any site may read it, knows its licence, and does not fetch twice what has not changed', async () => {
  const response = await get('places.json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('link')).toContain('rel="license"')
  expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  const again = await app.request('/open-data/places.json', {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})
