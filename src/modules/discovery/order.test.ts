import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Filters } from './domain/filters.ts'
import { metresBetween, score } from './domain/rank.ts'
import { rankExactly } from './search.ts'

interface Known {
  id: number
  latitude: number
  longitude: number
  seconds: number
  /** Local hour of the place. */
  hour: number
  hasSeats: boolean
  isStepFree: boolean
  needs: string[]
}

let t: TestHouse
let known: Known[]

beforeAll(async () => {
  t = await testHouse()
  const world = await seedSmallWorld(t.ownerUrl, t.house.seal, t.now)
  // Nine hundred places, crowded in one corner of the country and far apart elsewhere, three sessions each in eight weeks.
  await t.owner.query(
    `insert into network.places (centre_id, external_id, kind, name, address, city, postal_code, insee_code, latitude, longitude, time_zone, step_free, search_key)
     select $1, 'order-' || i, 'partner', 'Lieu ' || i, '1 rue', 'Ville', '59000', '59350',
       case when i % 3 = 0 then 43.3 + i % 70 / 10.0 else 50.6 + i % 97 / 300.0 end,
       case when i % 3 = 0 then -1.2 + i % 83 / 10.0 else 3.0 + i % 89 / 300.0 end, 'Europe/Paris', i % 2 = 0, 'lieu ' || i
     from generate_series(1, 900) i`,
    [world.centres.saintOuen],
  )
  await t.owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, seats_taken)
     select $1, (array(select id from programme.activities order by id))[1 + i % (select count(*)::int from programme.activities)], p.id, at.at, at.at + interval '1 hour', 10, i % 11
     from network.places p cross join generate_series(1, 3) k
     cross join lateral (select p.id * 31 + k * 7 as i) i
     cross join lateral (select $2::timestamptz + make_interval(hours => 1 + i * 37 % 1344) as at) at
     where p.external_id like 'order-%'`,
    [world.centres.saintOuen, t.now.toString()],
  )
  const { rows } = await t.owner.query<Known>(
    `select s.id, p.latitude, p.longitude, extract(epoch from s.starts_at - $1::timestamptz)::float8 as seconds,
       extract(hour from s.starts_at at time zone p.time_zone)::int as hour,
       s.seats_taken < s.capacity as "hasSeats", p.step_free as "isStepFree", a.needs
     from programme.sessions s join network.places p on p.id = s.place_id join programme.activities a on a.id = s.activity_id
     where s.status = 'published' and s.lead_id is null and s.starts_at > $1 and p.kind <> 'listed'`,
    [t.now.toString()],
  )
  known = rows
}, 60_000)
afterAll(() => t?.close())

const fits = (session: Known, filters: Filters) =>
  (!filters.need || session.needs.includes(filters.need)) &&
  (filters.time !== 'evening' || session.hour >= 18) &&
  (!filters.seats || session.hasSeats) &&
  (!filters.stepFree || session.isStepFree)

test('wherever one lives and whatever one wishes, what comes first is what really comes first', async () => {
  const wish = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        latitude: fc.double({ min: 42.5, max: 51.2, noNaN: true }),
        longitude: fc.double({ min: -2, max: 8, noNaN: true }),
      }),
      fc.record({
        need: fc.constantFrom(undefined, ...new Set(known.flatMap(({ needs }) => needs))),
        time: wish('evening' as const),
        seats: wish('yes' as const),
        stepFree: wish('yes' as const),
      }),
      fc.integer({ min: 1, max: 60 }),
      async (at, wished, limit) => {
        const filters = { ...wished, day: [] } as Filters
        const all = known
          .filter((session) => fits(session, filters))
          .map((session) => ({ id: session.id, score: score(metresBetween(at, session), session.seconds) }))
          .sort((a, b) => a.score - b.score || a.id - b.id)
        const ranked = await t.house.inWork({ kind: 'visitor' }, (work) =>
          rankExactly(work, at, filters, limit),
        )
        expect(ranked.length).toBe(Math.min(limit, all.length))
        for (const [i, hit] of ranked.entries()) expect(hit.score).toBeCloseTo(all[i]?.score ?? 0, 6)
        expect(new Set(ranked.map(({ id }) => id)).size).toBe(ranked.length)
      },
    ),
    { numRuns: 60 },
  )
})
