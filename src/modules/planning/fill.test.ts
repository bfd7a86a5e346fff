import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrongsOf } from './domain/fill-check.ts'
import { modelOf, weights } from './domain/fill-model.ts'
import type { Host, OpenSession, Plan, Room, Season } from './domain/fill-season.ts'
import { fillSeason, gapOf } from './fill-season.ts'

const hour = 3600
const skills = ['phone', 'games', 'photos']
const places = [1, 2, 3]

const anOpenSession = (id: number): fc.Arbitrary<OpenSession> =>
  fc
    .record({
      at: fc.integer({ min: 8, max: 19 }),
      day: fc.integer({ min: 0, max: 2 }),
      length: fc.integer({ min: 1, max: 3 }),
      place: fc.constantFrom(...places),
      hosts: fc.integer({ min: 0, max: 2 }),
      skills: fc.subarray(skills, { maxLength: 2 }),
      languages: fc.subarray(['fr', 'ar']),
      needsSpace: fc.boolean(),
      seats: fc.integer({ min: 2, max: 12 }),
    })
    .map(({ at, day, length, ...session }) => ({
      ...session,
      skills: session.hosts > 0 ? session.skills : [],
      id,
      outing: -id,
      from: (day * 24 + at) * hour,
      to: (day * 24 + at + length) * hour,
    }))

const aHost = (id: number): fc.Arbitrary<Host> =>
  fc
    .record({
      skills: fc.subarray(skills),
      languages: fc.subarray(['fr', 'ar'], { minLength: 1 }),
      days: fc.subarray([0, 1, 2]),
      reach: fc.subarray(places),
      held: fc.option(
        fc.record({
          day: fc.integer({ min: 0, max: 2 }),
          at: fc.integer({ min: 8, max: 18 }),
          place: fc.constantFrom(...places),
        }),
      ),
      most: fc.integer({ min: 0, max: 3 }),
      hoursGiven: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ days, reach, held, ...host }) => ({
      ...host,
      id,
      windows: days.map((day) => ({ from: (day * 24 + 8) * hour, to: (day * 24 + 22) * hour })),
      held: held
        ? [
            {
              from: (held.day * 24 + held.at) * hour,
              to: (held.day * 24 + held.at + 1) * hour,
              place: held.place,
              outing: -1000,
            },
          ]
        : [],
      places: new Map(reach.map((place, i) => [place, i * 4])),
    }))

const aRoom = (id: number): fc.Arbitrary<Room> =>
  fc.record({
    id: fc.constant(id),
    place: fc.constantFrom(...places),
    seats: fc.integer({ min: 2, max: 14 }),
    held: fc.constant([]),
  })

const many = <T>(most: number, one: (id: number) => fc.Arbitrary<T>) =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => one(i + 1))))

const aSeason = (sessions: number, hosts: number, rooms: number): fc.Arbitrary<Season> =>
  fc
    .record({ sessions: many(sessions, anOpenSession), hosts: many(hosts, aHost), rooms: many(rooms, aRoom) })
    .map((season) => ({ ...season, travel: (a: number, b: number) => (a === b ? 0 : 40) }))

/** What a plan is worth, counted from the weights and not from the model. */
function worthOf(season: Season, plan: Plan): number {
  let worth = 0
  for (const session of season.sessions) {
    const hosts = plan.hosts
      .filter((one) => one.session === session.id)
      .map((one) => season.hosts.find(({ id }) => id === one.host) as Host)
    const room = plan.rooms.find((one) => one.session === session.id)
    const covered = session.skills.every((skill) => hosts.some((host) => host.skills.includes(skill)))
    if (hosts.length === session.hosts && covered && (!session.needsSpace || room)) worth += weights.full
    for (const host of hosts)
      worth +=
        weights.host -
        Math.min(30, weights.kilometre * (host.places.get(session.place) ?? 0)) -
        Math.min(20, weights.hourGiven * host.hoursGiven)
    if (room) {
      const fitting = season.rooms.filter((one) => one.place === session.place && one.seats >= session.seats)
      const rank = fitting.findIndex(({ id }) => id === room.room)
      worth += weights.room - Math.min(20, rank + ((fitting[rank]?.seats ?? 0) - session.seats) / 10)
    }
  }
  for (const host of season.hosts) {
    const count = plan.hosts.filter((one) => one.host === host.id).length
    for (let i = 0; i < count; i++) worth -= (weights.repeated[Math.floor(i / 2)] ?? 0) / 2
  }
  return worth
}

/** Every plan there is, tried one after the other: only for the smallest seasons. */
function bestByHand(season: Season): number {
  const choices = season.sessions.flatMap((session) => [
    ...(session.hosts > 0
      ? season.hosts.map((host) => ({ hosts: [{ session: session.id, host: host.id }], rooms: [] }))
      : []),
    ...(session.needsSpace
      ? season.rooms.map((room) => ({ hosts: [], rooms: [{ session: session.id, room: room.id }] }))
      : []),
  ])
  let best = 0
  for (let mask = 0; mask < 2 ** choices.length; mask++) {
    const chosen = choices.filter((_, i) => mask & (1 << i))
    const plan: Plan = {
      hosts: chosen.flatMap(({ hosts }) => hosts),
      rooms: chosen.flatMap(({ rooms }) => rooms),
    }
    if (wrongsOf(season, plan).length === 0 && hasUse(season, plan))
      best = Math.max(best, worthOf(season, plan))
  }
  return best
}

/** Nobody is asked who brings none of the skills that lack: the rule of who fits. */
const hasUse = (season: Season, plan: Plan) =>
  plan.hosts.every(({ session: id, host }) => {
    const session = season.sessions.find((one) => one.id === id)
    const brings = season.hosts.find((one) => one.id === host)?.skills ?? []
    const useful = session?.skills.filter((skill) => brings.includes(skill)).length ?? 0
    return (
      !session ||
      session.skills.length === 0 ||
      (session.hosts === 1 ? useful === session.skills.length : useful > 0)
    )
  })

test('a proposed week breaks no promise, no rest, no room and no door, whatever the season', async () => {
  await fc.assert(
    fc.asyncProperty(aSeason(14, 6, 4), async (season) => {
      const { plan, objective, bound } = await fillSeason(season, { seconds: 10 })
      expect(wrongsOf(season, plan)).toEqual([])
      expect(worthOf(season, plan)).toBeCloseTo(objective, 3)
      expect(gapOf({ objective, bound })).toBeLessThan(1e-6)
    }),
    { numRuns: 25 },
  )
})

test('for the smallest seasons it is the best of all plans there are', async () => {
  await fc.assert(
    fc.asyncProperty(aSeason(3, 3, 2), async (season) => {
      const { objective } = await fillSeason(season, { seconds: 10 })
      expect(objective).toBeCloseTo(bestByHand(season), 3)
    }),
    { numRuns: 25 },
  )
})

test('the checker sees what a wrong plan does', () => {
  const session: OpenSession = {
    id: 1,
    place: 1,
    hosts: 1,
    skills: ['phone'],
    languages: ['fr'],
    needsSpace: true,
    seats: 8,
    outing: -1,
    from: 0,
    to: hour,
  }
  const host: Host = {
    id: 1,
    skills: [],
    languages: ['ar'],
    windows: [],
    held: [{ from: 0, to: hour, place: 2, outing: -9 }],
    places: new Map(),
    most: 0,
    hoursGiven: 0,
  }
  const room: Room = { id: 1, place: 2, seats: 4, held: [{ from: 0, to: hour }] }
  const season: Season = {
    sessions: [session, { ...session, id: 2 }],
    hosts: [host],
    rooms: [room],
    travel: () => 30,
  }
  const plan: Plan = {
    hosts: [
      { session: 1, host: 1 },
      { session: 2, host: 1 },
      { session: 1, host: 1 },
    ],
    rooms: [
      { session: 1, room: 1 },
      { session: 2, room: 1 },
      { session: 1, room: 1 },
    ],
  }
  const wrongs = wrongsOf(season, plan).join('\n')
  for (const word of [
    'does not go',
    'speaks no language',
    'not available',
    'held elsewhere',
    'of 0',
    'cannot do',
    'twice',
    'nobody brings',
    'too small',
    'two rooms',
  ])
    expect(wrongs).toContain(word)
})

test('a season where nobody fits is answered at once, with nothing', async () => {
  const season: Season = { sessions: [], hosts: [], rooms: [], travel: () => 0 }
  expect(modelOf(season).model.columns).toEqual([])
  expect((await fillSeason(season, { seconds: 1 })).plan).toEqual({ hosts: [], rooms: [] })
})
