import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openDatabase, openPool } from '#platform/database/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { type Actor, type InWork, openWork } from '#platform/work/index.ts'
import { bookMachine } from './book-machine.ts'
import { readMaker, upsertMaker } from './db/makers.ts'
import type { Maker } from './domain/vocabulary.ts'
import { type SmallLab, seedSmallLab } from './lab.fixture.ts'
import { newTicket } from './ticket.ts'

let at: TestHouse
let world: SmallWorld
let lab: SmallLab
/** Two processes, as far as the database can tell: a pool each. */
const pools: ReturnType<typeof openPool>[] = []
const doors: InWork[] = []
const makers: Maker[] = []
const resident = (): Actor => ({ kind: 'resident', centre: world.centres.saintOuen })

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  lab = await seedSmallLab(at.owner, world)
  for (let i = 0; i < 2; i++) {
    const pool = openPool(at.appUrl, { max: 12 })
    pools.push(pool)
    doors.push(openWork(openDatabase(pool), () => at.now))
  }
  for (let i = 0; i < 50; i++) {
    const { id } = await at.house.inWork(resident(), (work) =>
      upsertMaker(work, {
        centre: world.centres.saintOuen,
        name: `Personne ${i}`,
        contact: null,
        language: 'fr',
        throughHelper: false,
        kind: 'person',
        birthYear: null,
        adultName: null,
        ticket: newTicket(at.house.seal),
      }),
    )
    const maker = await at.house.inWork(resident(), (work) => readMaker(work, id))
    if (maker) makers.push(maker)
  }
  await at.owner.query(
    `insert into fablab.authorisations (centre_id, maker_id, induction_id, granted_at, granted_by)
     select centre_id, id, $1, '2026-11-01T00:00:00Z', $2 from fablab.makers`,
    [lab.inductions.laser, world.members.nadia],
  )
})
afterEach(() =>
  at.owner.query(
    `delete from fablab.bookings; delete from programme.sessions where space_id = ${lab.spaces.talks}`,
  ),
)
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await at.close()
})

const book = (maker: Maker, machineId: number, hour: number, door: number) =>
  (doors[door % 2] as InWork)(resident(), (work) =>
    bookMachine(work, {
      machineId,
      maker,
      kind: 'make',
      startsAt: Temporal.Instant.from('2026-12-01T09:00:00Z').add({ hours: hour }),
      slots: 1,
      people: 1,
      source: 'web',
      ticket: newTicket(at.house.seal),
      orWait: false,
    }),
  )
const stand = async (machine: number) =>
  (
    await at.owner.query(
      `select count(*)::int as n from fablab.bookings where machine_id = $1 and status = 'booked'`,
      [machine],
    )
  ).rows[0]?.n as number
const without = async (table: string, trigger: string, what: () => Promise<void>) => {
  await at.owner.query(`alter table ${table} disable trigger ${trigger}`)
  try {
    await what()
  } finally {
    await at.owner.query(`alter table ${table} enable trigger ${trigger}`)
  }
}

test('fifty people book the same hour of a machine at once: one has it, the others are told it is taken', async () => {
  for (let hour = 0; hour < 4; hour++) {
    const answers = await Promise.all(makers.map((maker, i) => book(maker, lab.machines.sewing, hour, i)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal])))).toEqual(
      new Set(['slot-taken']),
    )
    expect(await stand(lab.machines.sewing)).toBe(1)
    // Whoever won has not used up her turns for the next hour.
    await at.owner.query('delete from fablab.bookings')
  }
})

test('control: when bookings hold nothing, several of the fifty get the same hour', async () => {
  await without('fablab.bookings', 'occupies', async () => {
    await Promise.all(makers.map((maker, i) => book(maker, lab.machines.sewing, 5, i)))
    expect(await stand(lab.machines.sewing)).toBeGreaterThan(1)
  })
})

test('one person books ten hours at ten instants together and holds no more than two', async () => {
  const maker = makers[0] as Maker
  await Promise.all(
    Array.from({ length: 8 }, (_, hour) =>
      book(maker, hour % 2 ? lab.machines.sewing : lab.machines.twin, hour, hour),
    ),
  )
  expect((await stand(lab.machines.sewing)) + (await stand(lab.machines.twin))).toBe(2)
})

test('control: without the guard she holds more than two', async () => {
  await without('fablab.bookings', 'guards', async () => {
    const maker = makers[1] as Maker
    await Promise.all(
      Array.from({ length: 8 }, (_, hour) =>
        book(maker, hour % 2 ? lab.machines.sewing : lab.machines.twin, hour, hour),
      ),
    )
    expect((await stand(lab.machines.sewing)) + (await stand(lab.machines.twin))).toBeGreaterThan(2)
  })
})

/** A talk is planned next door while the laser is booked, eight hours in a row, whoever is first. */
async function talkAgainstLaser(): Promise<number> {
  let both = 0
  for (let hour = 0; hour < 8; hour++) {
    const from = Temporal.Instant.from('2026-12-01T09:00:00Z').add({ hours: hour })
    const [talk, laser] = await Promise.all([
      at.owner
        .query(
          `insert into programme.sessions (centre_id, activity_id, place_id, space_id, capacity, starts_at, ends_at)
           values ($1, $2, $3, $4, 10, $5::timestamptz, $5::timestamptz + interval '1 hour')`,
          [
            world.centres.saintOuen,
            world.activities.scams,
            world.places.saintOuen,
            lab.spaces.talks,
            from.toString(),
          ],
        )
        .then(
          () => true,
          () => false,
        ),
      book(makers[hour + 2] as Maker, lab.machines.laser, hour, hour),
    ])
    expect(talk || laser.ok).toBe(true)
    if (talk && laser.ok) both++
  }
  return both
}

test('a talk and the laser next door, asked at the same instant, are never both held', async () => {
  expect(await talkAgainstLaser()).toBe(0)
})

test('control: when the laser is not known to be heard, both are held', async () => {
  await at.owner.query('alter table fablab.interlocks rename to interlocks_off')
  await at.owner.query('create table fablab.interlocks (like fablab.interlocks_off)')
  await at.owner.query('grant select on fablab.interlocks to maillage_app')
  try {
    expect(await talkAgainstLaser()).toBeGreaterThan(0)
  } finally {
    await at.owner.query('drop table fablab.interlocks')
    await at.owner.query('alter table fablab.interlocks_off rename to interlocks')
  }
})
