import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findWhere, loadCommunes, searchSessions } from '#modules/discovery/index.ts'
import { startEmbedded } from '#platform/database/embedded/index.ts'
import { openDatabase, openPool } from '#platform/database/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openWork } from '#platform/work/index.ts'

// How long the answer to « what is near me? » takes the server, at three sizes, beside the bare nearest query that no
// ranking can beat. One run makes everything: database, towns, places, sessions.
const json = process.argv.includes('--json')
const now = Temporal.Instant.from('2026-12-01T08:00:00Z')
const rounds = 250
const goal = 10 // milliseconds at p95

const folder = mkdtempSync(join(tmpdir(), 'maillage-find-'))
const embedded = await startEmbedded({ folder: join(folder, 'data'), fast: true })
try {
  await migrate(embedded.ownerUrl)
  const pool = openPool(embedded.appUrl, { max: 4 })
  const owner = new pg.Pool({ connectionString: embedded.ownerUrl, max: 1 })
  // Without a listener, a connection that ends with the server would end the process.
  owner.on('error', () => {})
  const inWork = openWork(openDatabase(pool), () => now)
  await inWork({ kind: 'system', centre: null }, (work) => loadCommunes(work))
  await seedNetwork(owner)
  const towns = await someTowns(owner)
  const p95s: number[] = []
  for (const sessions of [2_000, 20_000, 200_000]) {
    await grow(owner, sessions)
    const limit = await measure(towns, (town) =>
      pool.query(
        `select s.id from network.places p join programme.sessions s on s.place_id = p.id
         where p.kind <> 'listed' and s.status = 'published' and s.starts_at > $2
         order by p.position <-> (select avg_cube from (select coalesce(
           (select q.position from network.places q where q.insee_code = $1 limit 1), cube(array[0.66, 0.03, 0.75])) as avg_cube) x) limit 20`,
        [town.code, now.toString()],
      ),
    )
    const plain = await measure(towns, (town) =>
      inWork({ kind: 'visitor' }, async (work) => ask(work, town.name)),
    )
    const filtered = await measure(towns, (town) =>
      inWork({ kind: 'visitor' }, async (work) =>
        ask(work, town.name, { need: 'job', time: 'evening', seats: 'yes', day: [] }),
      ),
    )
    tell(`p95 of ${sessions} sessions`, plain.p95, limit.p95, goal)
    tell(`p95 of ${sessions} sessions, three filters`, filtered.p95, limit.p95, goal)
    tell(`median of ${sessions} sessions`, plain.median, limit.median, goal)
    p95s.push(plain.p95)
  }
  const growth = (p95s[2] ?? 0) / (p95s[0] ?? 1)
  tell('growth of p95 when the data grows 100 times', growth, 100, 100, 'times')
  await pool.end()
  await owner.end()
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Town = { code: string; name: string }
type Asked = NonNullable<Parameters<typeof searchSessions>[1]['filters']>

async function ask(
  work: Parameters<typeof searchSessions>[0] & Parameters<typeof findWhere>[0],
  text: string,
  filters?: Asked,
) {
  const where = await findWhere(work, text)
  if (where.kind !== 'found') throw new Error(`${text}: ${where.kind}`)
  return searchSessions(work, { at: where, limit: 20, ...(filters ? { filters } : {}) })
}

async function measure(towns: readonly Town[], one: (town: Town) => Promise<unknown>) {
  for (const town of towns.slice(0, 20)) await one(town)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const began = performance.now()
    await one(towns[i % towns.length] as Town)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(rounds / 2)] ?? 0, p95: times[Math.floor(rounds * 0.95)] ?? 0 }
}

/** Printed and measured alike: lower is better, met when within the goal. `ratio` is the limit over the value. */
function tell(metric: string, value: number, limit: number, goal: number, unit = 'ms') {
  const round = (x: number) => Math.round(x * 100) / 100
  const line = {
    bench: 'find',
    metric,
    value: round(value),
    unit,
    limit: round(limit),
    ratio: round(limit / value),
    goal,
    met: value < goal,
  }
  process.stdout.write(
    json
      ? `${JSON.stringify(line)}\n`
      : `${metric.padEnd(48)} ${line.value} ${unit}, limit ${line.limit}, ratio ${line.ratio}, goal < ${goal}: ${line.met ? 'met' : 'NOT MET'}\n`,
  )
}

async function seedNetwork(owner: pg.Pool) {
  await owner.query(
    `insert into network.centres (slug, name, time_zone, phone) values ('bench', 'Bench', 'Europe/Paris', '+33199002412')`,
  )
  await owner.query(`insert into programme.activities (slug, theme, format, level, audience, needs, minutes, capacity, texts)
    select 'activity-' || i, (array['discovery', 'learning', 'training', 'entrepreneurship'])[1 + i % 4], 'workshop', 'beginner', 'everyone',
      array[(array['scams', 'job', 'photos', 'email', 'shop', 'ai', 'computer'])[1 + i % 7]], 90, 10,
      '{"fr": {"title": "Une séance", "summary": "Une phrase.", "description": "Des phrases.", "bring": "Rien."}}'
    from generate_series(1, 28) i`)
}

/** Towns whose name no other town has, spread over the whole country. */
async function someTowns(owner: pg.Pool): Promise<Town[]> {
  return (
    await owner.query(`select min(code) as code, name from discovery.communes c where length(name) > 6 and departement < '96'
      group by name having count(*) = 1 and not exists (select from discovery.communes o where o.search_key like min(c.search_key) || ' %')
      order by md5(name) limit 200`)
  ).rows
}

/** Makes the network as large as asked: ten sessions a place over eight weeks, places scattered over towns drawn by population. */
async function grow(owner: pg.Pool, sessions: number) {
  await owner.query(
    `insert into network.places (centre_id, external_id, kind, name, address, city, postal_code, insee_code, latitude, longitude, time_zone, step_free, search_key)
     select 1, 'bench-' || i, 'partner', 'Lieu ' || i, '1 rue', c.name, c.postal_codes[1], c.code,
       d.latitude + (('x' || substr(md5('a' || i), 1, 7))::bit(28)::int / 268435456.0 - 0.5) * 1.2,
       d.longitude + (('x' || substr(md5('o' || i), 1, 7))::bit(28)::int / 268435456.0 - 0.5) * 1.6, 'Europe/Paris', i % 2 = 0, 'lieu ' || i
     from generate_series((select count(*) + 1 from network.places)::int, $1::int) i
     join (select *, row_number() over (order by md5(code)) as n from discovery.communes where departement < '96' and postal_codes <> '{}') c on c.n = i
     join discovery.departements d on d.code = c.departement`,
    [sessions / 10],
  )
  await owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, starts_at, ends_at, capacity, seats_taken)
     select 1, 1 + i % 28, p.id, t.at, t.at + interval '90 min', 10, i % 11
     from generate_series((select count(*) + 1 from programme.sessions)::int, $1::int) i
     join (select id, row_number() over (order by id) as n from network.places) p on p.n = 1 + (i - 1) / 10
     cross join lateral (select $2::timestamptz + make_interval(hours => 1 + (('x' || substr(md5('t' || i), 1, 7))::bit(28)::int % 1344)) as at) t`,
    [sessions, now.toString()],
  )
  await owner.query('vacuum analyze network.places')
  await owner.query('vacuum analyze programme.sessions')
}
