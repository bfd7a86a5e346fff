import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSeal } from '#platform/seal/index.ts'
import { openTestDatabase, type TestDatabase } from '#platform/testing/database.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { buildProduct, freePort, type Product, startProduct } from './support/product.ts'

const clients = 200
const seats = 10
/** Rounds wished, and the milliseconds they may take: a slow machine runs fewer, and at least `fewest`. */
const wished = 50
const allowed = 40_000
const fewest = 8

let data: string
beforeAll(() => {
  buildProduct()
  data = mkdtempSync(join(tmpdir(), 'maillage-race-'))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** A database with one more world, and its owner, who alone may judge. */
async function openArena() {
  const database = await openTestDatabase()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  owner.on('error', () => {})
  const world = await seedSmallWorld(database.ownerUrl, openSeal(Buffer.alloc(32, 1)), Temporal.Now.instant())
  return {
    database,
    owner,
    world,
    async close() {
      await owner.end()
      await database.close()
    },
  }
}

const run = (database: TestDatabase, port: number) =>
  startProduct({
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAILLAGE_DATA: data,
    MAILLAGE_SECRET: 'a secret for tests only, thirty-two bytes',
    MAILLAGE_ROLE: 'web',
    MAILLAGE_DEMO: 'off',
  })

async function newSession(owner: pg.Pool, world: SmallWorld): Promise<number> {
  const { rows } = await owner.query(
    `insert into programme.sessions (centre_id, activity_id, place_id, capacity, starts_at, ends_at)
     values ($1, $2, $3, $4, now() + interval '3 days', now() + interval '3 days 2 hours') returning id`,
    [world.centres.saintOuen, world.activities.scams, world.places.saintOuen, seats],
  )
  return rows[0].id
}

/** One person presses the button, and presses again, on whichever process answers, until she has an answer. */
async function joinOnce(
  session: number,
  person: number,
  party: number,
  urls: () => string[],
): Promise<number> {
  for (let attempt = person; attempt < person + 500; attempt += 1) {
    const up = urls()
    const url = up[attempt % up.length] as string
    try {
      const answer = await fetch(`${url}/sessions/${session}/registrations`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url },
        body: new URLSearchParams({
          name: `Personne ${person}`,
          email: `personne-${person}@exemple.fr`,
          party: String(party),
          language: 'fr',
        }),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      // The process was killed under her: she tries the other one.
    }
  }
  throw new Error(`Person ${person} was never answered.`)
}

/** Every tenth client is the one before, pressing twice. */
const personOf = (client: number) => (client % 10 === 9 ? client - 1 : client)

async function judge(owner: pg.Pool, session: number) {
  const { rows } = await owner.query(
    `select s.capacity, s.seats_taken as taken, coalesce(sum(r.seats), 0)::int as held,
       count(*) filter (where r.status <> 'cancelled')::int as rows,
       count(distinct r.resident_id)::int as people,
       count(*) filter (where r.status = 'waitlisted' and r.party <= s.capacity - s.seats_taken)::int as wronged
     from programme.sessions s left join registrations.registrations r on r.session_id = s.id where s.id = $1 group by s.id`,
    [session],
  )
  return rows[0] as {
    capacity: number
    taken: number
    held: number
    rows: number
    people: number
    wronged: number
  }
}

test('two hundred people, ten chairs, two processes and kills between: nobody gets a chair too many', {
  timeout: 120_000,
}, async () => {
  const arena = await openArena()
  const ports = [await freePort(), await freePort()] as const
  const running: (Product | null)[] = [null, null]
  running[0] = await run(arena.database, ports[0])
  running[1] = await run(arena.database, ports[1])
  const urls = () => running.flatMap((product) => (product ? [product.url] : []))
  const began = performance.now()
  let rounds = 0
  let kills = 0
  try {
    for (; rounds < wished && performance.now() - began < allowed; rounds += 1) {
      const session = await newSession(arena.owner, arena.world)
      const alone = rounds % 2 === 0
      const partyOf = (person: number) => (alone ? 1 : 1 + (person % 3))
      let answered = 0
      let killed: Promise<void> | undefined
      const statuses = Promise.all(
        Array.from({ length: clients }, async (_, client) => {
          const status = await joinOnce(session, personOf(client), partyOf(personOf(client)), urls)
          answered += 1
          // Amid the rush, one of the two dies: those it was answering press again.
          if (rounds % 5 === 4 && answered === 40) {
            const victim = kills % 2
            const product = running[victim]
            running[victim] = null
            kills += 1
            killed = product?.kill()
          }
          return status
        }),
      )
      expect(new Set(await statuses), 'everybody is answered with her registration').toEqual(new Set([303]))
      await killed
      const found = await judge(arena.owner, session)
      const everybody = new Set(Array.from({ length: clients }, (_, client) => personOf(client))).size
      expect(found.held, 'chairs held are the chairs counted').toBe(found.taken)
      expect(found.held).toBeLessThanOrEqual(seats)
      expect({ rows: found.rows, people: found.people }, 'one registration a person, and none lost').toEqual({
        rows: everybody,
        people: everybody,
      })
      expect(found.wronged, 'nobody waits while her chairs are free').toBe(0)
      if (alone) expect(found.held).toBe(seats)
      // Open registrations of one contact are limited; the next round is another day.
      await arena.owner.query(
        `update registrations.registrations set status = 'cancelled', seats = 0, cancelled_at = now(), cancelled_by = 'session' where session_id = $1`,
        [session],
      )
      for (const [i, product] of running.entries())
        if (!product) running[i] = await run(arena.database, ports[i as 0 | 1])
    }
  } finally {
    await Promise.all(running.map((product) => product?.stop()))
    await arena.close()
  }
  process.stdout.write(
    `race: ${rounds} rounds of ${clients} in ${Math.round((performance.now() - began) / 1000)} s, ${kills} kills\n`,
  )
  expect(rounds).toBeGreaterThanOrEqual(fewest)
  expect(kills).toBeGreaterThan(0)
})

test('control: with the guard taken away the same rush does oversell, so the test above could fail', {
  timeout: 60_000,
}, async () => {
  const arena = await openArena()
  await arena.owner.query(`
    alter table programme.sessions drop constraint never_one_seat_too_many;
    create or replace function programme.claim_seats(session int, party int) returns text language plpgsql as $$
    declare found_free boolean;
    begin
      select seats_taken + party <= capacity into found_free from programme.sessions where id = session;
      perform pg_sleep(0.01);
      if not found_free then return 'full'; end if;
      update programme.sessions set seats_taken = seats_taken + party where id = session;
      return 'held';
    end $$`)
  const product = await run(arena.database, await freePort())
  try {
    const session = await newSession(arena.owner, arena.world)
    await Promise.all(
      Array.from({ length: clients }, (_, client) =>
        joinOnce(session, personOf(client), 1, () => [product.url]),
      ),
    )
    expect((await judge(arena.owner, session)).held).toBeGreaterThan(seats)
  } finally {
    await product.stop()
    await arena.close()
  }
})
