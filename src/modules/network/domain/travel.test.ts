import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { travelMinutes } from './travel.ts'

let world: TestHouse
beforeAll(async () => {
  world = await testHouse()
})
afterAll(() => world.close())

const position = fc.oneof(
  { weight: 8, arbitrary: fc.record({ latitude: degrees(-90, 90), longitude: degrees(-180, 180) }) },
  // Around a town, where minutes matter.
  { weight: 8, arbitrary: fc.record({ latitude: degrees(48.5, 49.2), longitude: degrees(1.9, 2.8) }) },
  { weight: 1, arbitrary: fc.constant({ latitude: null, longitude: null }) },
)

function degrees(min: number, max: number) {
  return fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000)
}

test('the page and the database ask a team for the same minutes between any two places', async () => {
  const pairs = fc.sample(fc.tuple(position, position), { numRuns: 300, seed: 3 })
  await world.owner.query(
    `with centre as (insert into network.centres (slug, name, time_zone, phone) values ('rounds', 'Rounds', 'Europe/Paris', '1') returning id),
    place as (insert into network.places (centre_id, external_id, kind, name, address, city, postal_code, latitude, longitude, time_zone, search_key)
    select centre.id, 'p' || n, 'stop', 'p', '', '', '93000', (p ->> 'latitude')::float, (p ->> 'longitude')::float, 'Europe/Paris', 'p'
    from centre, jsonb_array_elements($1) with ordinality as listed (p, n) returning id)
    select count(*) from place`,
    [JSON.stringify(pairs.flat())],
  )
  const { rows: asked } = await world.owner.query<{ n: number; minutes: number }>(
    `select (substr(a.external_id, 2)::int - 1) / 2 as n, network.travel_minutes(a.id, b.id) as minutes
    from network.places a join network.places b on substr(b.external_id, 2)::int = substr(a.external_id, 2)::int + 1
    where substr(a.external_id, 2)::int % 2 = 1 order by n`,
  )
  expect(asked).toHaveLength(pairs.length)
  // One minute apart at most: two roundings of the same hour may fall on either side of a whole minute.
  for (const { n, minutes } of asked) {
    const [a, b] = pairs[n] ?? []
    expect(a && b && Math.abs(travelMinutes(a, b) - minutes)).toBeLessThanOrEqual(1)
  }
})

test('a team drives ten minutes to the next street, and three quarters of an hour across twenty kilometres', () => {
  const square = { latitude: 48.9367, longitude: 2.3562 }
  expect(travelMinutes(square, square)).toBe(10)
  expect(travelMinutes(square, { latitude: 48.9367, longitude: 2.5662 })).toBe(44)
  expect(travelMinutes(square, { latitude: null, longitude: null })).toBe(30)
  expect(travelMinutes(square, { latitude: 43.6, longitude: 1.44 })).toBe(240)
})
