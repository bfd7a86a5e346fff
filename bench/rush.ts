// How many people can join at once: over HTTP against the built product, beside the same statements straight through
// the driver. The judge is SQL: exactly ten seats held, everybody else waiting.
import pg from 'pg'
import { percentile, print } from './support/figures.ts'
import { fire, type LoadResult } from './support/load.ts'
import { startProduct } from './support/product.ts'
import { recordRegistration, replay } from './support/replay.ts'

const clients = 50
const perRun = 3000

const product = await startProduct({ demo: true })
const owner = new pg.Client({ connectionString: product.embedded.ownerUrl })
await owner.connect()

async function makeSessions(count: number, capacity: number): Promise<number[]> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity)
     select p.centre_id, (select min(id) from programme.activities), p.id, now() + interval '20 days', now() + interval '20 days 1 hour', $2
     from (select id, centre_id from network.places where kind = 'site' order by id limit 1) p, generate_series(1, $1)
     returning id`,
    [count, capacity],
  )
  return rows.map((row) => row.id)
}

let person = 0
const shots = (sessions: number[], count: number) =>
  Array.from({ length: count }, (_, i) => {
    person++
    const phone = `+336${String(10_000_000 + person).padStart(8, '0')}`
    return {
      method: 'POST' as const,
      path: `/sessions/${sessions[i % sessions.length]}/registrations`,
      body: new URLSearchParams({ name: `Client ${person}`, phone, party: '1', language: 'fr' }).toString(),
    }
  })

const say = (name: string, load: LoadResult) => {
  if (Object.keys(load.statuses).some((status) => status !== '303'))
    throw new Error(`${name}: answers were ${JSON.stringify(load.statuses)}`)
}

const wide = await makeSessions(50, 500)
say('warm-up', await fire(product.url, shots(wide, 500), clients))

const centre =
  (await owner.query<{ c: number }>('select centre_id as c from programme.sessions where id = $1', [wide[0]]))
    .rows[0]?.c ?? 0
const fresh = await makeSessions(50, 500)
const recorded = await recordRegistration(product.embedded.appUrl, fresh[0] as number, centre)

const before = await replay(product.embedded.appUrl, recorded, fresh, perRun, 8)
const spread = await fire(product.url, shots(await makeSessions(50, 500), perRun), clients)
say('50 sessions', spread)
const after = await replay(product.embedded.appUrl, recorded, await makeSessions(50, 500), perRun, 8)
const limit = (before + after) / 2

const [hot, full] = (await makeSessions(2, 10)) as [number, number]
const [first, ...others] = shots([full], 11)
say('filling', await fire(product.url, [first as NonNullable<typeof first>, ...others], 1))
const waiting = await recordRegistration(product.embedded.appUrl, full, centre)
const hotLimit = await replay(product.embedded.appUrl, waiting, [full], 600, 8)
const one = await fire(product.url, shots([hot], 600), clients)
say('one session', one)
const { rows } = await owner.query<{ seats: number; taken: number; waiting: number }>(
  `select coalesce(sum(r.seats), 0)::int as seats, max(s.seats_taken) as taken, (count(*) filter (where r.status = 'waitlisted'))::int as waiting
   from registrations.registrations r join programme.sessions s on s.id = r.session_id where s.id = $1`,
  [hot],
)
const held = rows[0] ?? { seats: 0, taken: 0, waiting: 0 }

const perSecond = perRun / spread.seconds
print({
  bench: 'rush',
  metric: 'registrations a second over HTTP, 50 sessions, 50 clients',
  value: perSecond,
  unit: '/s',
  limit,
  goal: 'at least 0.4 of the driver',
  met: perSecond / limit >= 0.4,
})
const slow = percentile(spread.times, 0.99)
print({
  bench: 'rush',
  metric: 'p99 of a registration, 50 sessions, 50 clients',
  value: slow,
  unit: 'ms',
  limit: 150,
  goal: 'under 150 ms',
  met: slow < 150,
})
const hotPerSecond = 600 / one.seconds
print({
  bench: 'rush',
  metric: 'registrations a second over HTTP, one session of 10 seats, 50 clients',
  value: hotPerSecond,
  unit: '/s',
  limit: hotLimit,
  goal: 'at least 0.4 of the driver',
  met: hotPerSecond / hotLimit >= 0.4,
})
const hotSlow = percentile(one.times, 0.99)
print({
  bench: 'rush',
  metric: 'p99 of a registration, one session of 10 seats',
  value: hotSlow,
  unit: 'ms',
  limit: 150,
  goal: 'under 150 ms',
  met: hotSlow < 150,
})
print({
  bench: 'rush',
  metric: 'seats held of 10, by SQL',
  value: held.seats,
  unit: 'seats',
  limit: 10,
  goal: 'exactly 10',
  met: held.seats === 10 && held.taken === 10 && held.waiting === 590,
})
print({
  bench: 'rush',
  metric: 'trips to the database for one registration, begin and commit included',
  value: recorded.trips.length,
  unit: 'trips',
  limit: 5,
  goal: 'at most 5',
  met: recorded.trips.length <= 5,
})

await owner.end()
await product.stop()
