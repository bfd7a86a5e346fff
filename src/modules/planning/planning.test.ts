import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { season } from '#modules/programme/index.ts'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { moveSessions } from './move-sessions.ts'

let there: TestHouse
let world: SmallWorld
let nadia: Actor

beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
  nadia = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
})
afterAll(() => there.close())
beforeEach(() => there.owner.query('delete from programme.session_hosts; delete from programme.sessions'))

const plan = (over: Partial<season.PlanSeries> = {}): season.PlanSeries => ({
  activityId: world.activities.scams,
  placeId: world.places.saintOuen,
  spaceId: world.spaces.saintOuen,
  hosts: [world.members.samira],
  kits: [],
  rule: 'FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=TU',
  startsOn: Temporal.PlainDate.from('2027-03-02'),
  endsOn: Temporal.PlainDate.from('2027-04-26'),
  startsAt: Temporal.PlainTime.from('10:00'),
  minutes: null,
  skips: [],
  capacity: null,
  languages: ['fr'],
  hostsNeeded: null,
  isCourse: false,
  publish: false,
  choices: {},
  ...over,
})
const planned = (over: Partial<season.PlanSeries> = {}) =>
  there.house.inWork(nadia, (work) => season.planSeries(work, plan(over)))
const hoursOnTheWall = async () => {
  const { rows } = await there.owner.query(
    `select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') as hour, count(*)::int as sessions from programme.sessions group by 1`,
  )
  return rows
}

test('every Tuesday at ten stays at ten when summer time comes', async () => {
  const made = await planned()
  expect(made.ok && made.value.sessions.length).toBe(8)
  expect(await hoursOnTheWall()).toEqual([{ hour: '10:00', sessions: 8 }])
})

test('a series that would take a room already taken says which session is there, and what is free', async () => {
  await planned({ hosts: [] })
  const drafted = await there.house.inWork(nadia, (work) => season.draftSeries(work, plan()))
  if (!drafted.ok) throw new Error(drafted.refusal)
  const [first] = drafted.value.dates
  expect(
    first?.clashes.map(({ occupation }) => [occupation.kind, occupation.name, occupation.by.titles.fr]),
  ).toEqual([['space', 'Salle des ateliers', 'Reconnaître un message piège']])
  // Half an hour of preparation and tidying lies between two sessions of ninety minutes in one room.
  expect(first?.freeTimes.map((at) => at.toPlainTime().toString({ smallestUnit: 'minute' }))).toEqual([
    '12:00',
    '12:30',
    '13:00',
  ])
  for (const at of first?.freeTimes ?? []) {
    const choices = { [String(first?.on)]: { at: at.toPlainDateTime() } }
    const made = await there.house.inWork(nadia, (work) =>
      season.planSeries(work, plan({ endsOn: plan().startsOn, choices })),
    )
    expect(made.ok, at.toString()).toBe(true)
    await there.owner.query('delete from programme.sessions where id = $1', [
      made.ok && made.value.sessions[0],
    ])
  }
})

test('fifty coordinators who want the same room and host leave one session, and the others are told', async () => {
  const once = { rule: null, startsOn: Temporal.PlainDate.from('2027-03-02') }
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      planned({ ...once, startsAt: Temporal.PlainTime.from(`10:${String(i).padStart(2, '0')}`) }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  // Who came last saw the clash before writing, and no date was left to keep; who met it while writing is told so.
  for (const answer of answers) if (!answer.ok) expect(['clash', 'no-date']).toContain(answer.refusal)
  expect((await there.owner.query('select count(*)::int as n from programme.sessions')).rows).toEqual([
    { n: 1 },
  ])
})

test('without the constraints, fifty coordinators at once put several sessions in one room', async () => {
  await there.owner.query(`alter table network.occupations drop constraint one_outing_at_a_time;
    alter table network.occupations drop constraint one_session_at_a_time; alter table network.occupations disable trigger time_to_travel`)
  await Promise.all(
    Array.from({ length: 50 }, () =>
      planned({ rule: null, startsOn: Temporal.PlainDate.from('2027-03-02') }),
    ),
  )
  const { rows } = await there.owner.query('select count(*)::int as n from programme.sessions')
  expect(rows[0].n).toBeGreaterThan(1)
  await there.owner.query(`delete from programme.session_hosts; delete from programme.sessions;
    alter table network.occupations add constraint one_outing_at_a_time
      exclude using gist (resource with =, resource_id with =, outing with <>, during with &&) deferrable initially immediate;
    alter table network.occupations add constraint one_session_at_a_time
      exclude using gist (resource with =, resource_id with =, during with &&) where (by_kind <> 'stop') deferrable initially immediate;
    alter table network.occupations enable trigger time_to_travel`)
})

test('a host is given the time to travel between two places, and no session is planned without it', async () => {
  const { rows } = await there.owner.query(
    `insert into network.places (centre_id, external_id, kind, name, address, city, postal_code, latitude, longitude, time_zone, search_key)
      values ($1, 'test-market', 'partner', 'La Halle', 'Place du marché', 'Saint-Denis', '93200', 48.9367, 2.3562, 'Europe/Paris', 'x') returning id`,
    [world.centres.saintOuen],
  )
  const market = { placeId: rows[0].id as number, spaceId: null, rule: null }
  await planned({ rule: null })
  // Ten to half past eleven, ten minutes to tidy up, then the way to Saint-Denis, then a quarter of an hour to prepare.
  const at = (hour: string) => planned({ ...market, startsAt: Temporal.PlainTime.from(hour) })
  const soon = await at('11:55')
  expect(soon).toMatchObject({ ok: false, refusal: 'no-date' })
  expect(await at('12:30')).toMatchObject({ ok: true })
})

test('a series moved an hour later takes the place it leaves, with its hosts, and nobody else’s', async () => {
  const made = await planned({ rule: 'FREQ=DAILY;INTERVAL=1', endsOn: Temporal.PlainDate.from('2027-03-05') })
  if (!made.ok) throw new Error(made.refusal)
  const [first] = made.value.sessions
  const to = {
    days: 1,
    time: Temporal.PlainTime.from('10:30'),
    minutes: 90,
    placeId: world.places.saintOuen,
    spaceId: world.spaces.saintOuen,
  }
  const moved = await there.house.inWork(nadia, (work) =>
    moveSessions(work, { sessionId: first as number, scope: 'all', to }),
  )
  expect(moved).toEqual({ ok: true, value: { moved: made.value.sessions } })
  expect(await hoursOnTheWall()).toEqual([{ hour: '10:30', sessions: 4 }])
  // One of them on the next one’s day: refused, and nothing has moved.
  const [second] = made.value.sessions.slice(1)
  const onto = await there.house.inWork(nadia, (work) =>
    moveSessions(work, { sessionId: second as number, scope: 'one', to }),
  )
  expect(onto).toMatchObject({ ok: false, refusal: 'clash' })
  expect(await hoursOnTheWall()).toEqual([{ hour: '10:30', sessions: 4 }])
})

test('a coordinator plans nothing in another centre’s place, room or team', async () => {
  expect(await planned({ placeId: world.places.roubaix })).toMatchObject({
    ok: false,
    refusal: 'place-unknown',
  })
  expect(await planned({ spaceId: world.spaces.roubaix })).toMatchObject({
    ok: false,
    refusal: 'space-unknown',
  })
  expect(await planned({ hosts: [world.members.rox] })).toMatchObject({ ok: false, refusal: 'host-unknown' })
})

test('a button pressed twice plans once, even a series without room nor host', async () => {
  const wish = { spaceId: null, hosts: [], gesture: 'form:aaaaaaaaaaaaaaaaaaaaaa' }
  const [first, second] = [await planned(wish), await planned(wish)]
  expect(first.ok && first.value.sessions.length).toBe(8)
  expect(second.ok && second.value.sessions).toEqual(first.ok && first.value.sessions)
  const both = await Promise.all(
    [1, 2].map(() => planned({ ...wish, gesture: 'form:bbbbbbbbbbbbbbbbbbbbbb' })),
  )
  expect(both.every(({ ok }) => ok)).toBe(true)
  expect((await there.owner.query('select count(*)::int as n from programme.sessions')).rows).toEqual([
    { n: 16 },
  ])
})
