import { connect, type Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Gesture, Room } from '../domain/game.ts'
import type { Item } from '../domain/pack.ts'
import { oneOfEach } from '../pack.fixture.ts'
import { openEngine } from './engine.ts'
import type { Drawn, Look } from './look.ts'
import { streamRoutes } from './stream-routes.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: SmallWorld
let live: ReturnType<typeof openEngine>
let routes: ReturnType<typeof streamRoutes>
let draw: (room: Room) => string

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
})
afterAll(() => at.close())
beforeEach(() => {
  draw = ({ phase, position, answered, paused }) =>
    `${phase} ${position} ${answered}${paused ? ' paused' : ''}`
  live = openEngine(at.house, (room) => draw(room))
  routes = streamRoutes(at.house, live.engine, live.hub)
})
afterEach(() => live.hub.close())

const samira = () =>
  ({
    kind: 'member',
    member: world.members.samira,
    role: 'facilitator',
    centre: world.centres.saintOuen,
    name: 'Samira',
  }) as const

async function open(): Promise<number> {
  const items = (['choose', 'sort'] as const).map((kind) => ({
    pack: 'small-pack',
    item: oneOfEach[kind] as unknown as Item,
  }))
  const choices = { names: 'first-name', teams: 0, timer: null, podium: false, again: false } as const
  return (await live.engine.open(samira(), { session: null, title: { fr: 'Petit jeu' }, items, choices }))
    .game
}
async function roomOf(game: number): Promise<Room> {
  const room = await live.engine.readRoom(samira(), game)
  if (!room) throw new Error('no room')
  return room
}
async function press(game: number, gesture: Gesture): Promise<void> {
  const { phase, position } = await roomOf(game)
  await live.engine.move(samira(), { game, gesture, seen: { phase, position } })
}
async function state(code: string, role: string, since: number): Promise<Drawn | null> {
  const answer = await routes.request(`/play/${code}/state?role=${role}&since=${since}`)
  return answer.status === 200 ? ((await answer.json()) as Drawn) : null
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
const until = async (what: () => boolean) => {
  while (!what()) await turn()
}

/** What somebody following is told, as it comes. */
function hear(room: Room, look: Partial<Look> = {}): { heard: string[]; leave(): void } {
  const heard: string[] = []
  const leave = live.hub.follow(room, {
    viewer: 'phone',
    lang: 'fr',
    tongue: 'fr',
    ...look,
    write: (bytes) => {
      const data = /data: (.*)/.exec(new TextDecoder().decode(bytes))?.[1]
      if (data) heard.push((JSON.parse(data) as Drawn).html)
    },
    close: () => heard.push('closed'),
  })
  return { heard, leave }
}

test.each(['phone', 'screen'])(
  'a %s that asks again and again misses nothing that happened between two of its questions',
  async (role) => {
    const game = await open()
    const { code } = await roomOf(game)
    const first = await state(code, role, 0)
    expect(first?.html).toBe('lobby 0 0')
    await press(game, 'next')
    const second = await state(code, role, first?.version ?? 0)
    expect(second?.html).toBe('asking 1 0')
    const waiting = state(code, role, second?.version ?? 0)
    await until(() => live.hub.size === 1)
    await press(game, 'close')
    expect((await waiting)?.html).toBe('shown 1 0')
  },
)

test('what nobody followed while it happened is told to the first who follows, though the page was drawn before', async () => {
  const elsewhere = await open()
  const other = hear(await roomOf(elsewhere))
  await press(elsewhere, 'next')
  await until(() => other.heard.length === 1)
  const game = await open()
  const before = await roomOf(game)
  await press(game, 'next')
  // What is heard of the one was told after the other.
  await press(elsewhere, 'close')
  await until(() => other.heard.length === 2)
  const late = hear(before)
  await until(() => late.heard.length > 0)
  expect(late.heard).toEqual(['asking 1 0'])
  other.leave()
  late.leave()
})

test('a game is read once at a time, however many things happen at once, and the last thing told is the last', async () => {
  const game = await open()
  const { hub } = live
  let [reading, most, reads] = [0, 0, 0]
  const { inWork } = at.house
  at.house.inWork = async (actor, useCase) => {
    if (actor.kind !== 'system') return inWork(actor, useCase)
    reading += 1
    reads += 1
    most = Math.max(most, reading)
    return inWork(actor, useCase).finally(() => {
      reading -= 1
    })
  }
  const wall = hear(await roomOf(game), { viewer: 'screen' })
  for (let times = 0; times < 10; times += 1)
    for (const gesture of ['pause', 'resume'] as const) await press(game, gesture)
  await press(game, 'next')
  await until(() => wall.heard.at(-1) === 'asking 1 0')
  at.house.inWork = inWork
  expect([most, reads <= 24]).toEqual([1, true])
  expect(hub.size).toBe(1)
  wall.leave()
  expect(hub.size).toBe(0)
})

test('a process that stops lets go of everybody at once: streams, and those who were waiting for an answer', async () => {
  const game = await open()
  const room = await roomOf(game)
  const stream = hear(room)
  const waiting = state(room.code, 'phone', room.version)
  await until(() => live.hub.size === 2)
  live.hub.close()
  expect(await waiting).toBeNull()
  expect(stream.heard.at(-1)).toBe('closed')
  expect(hear(room).heard, 'whoever comes meanwhile').toEqual(['closed'])
})

test('a phone that stopped listening is let go before it fills our memory', async () => {
  draw = ({ version }) => `${version} ${'.'.repeat(1_000_000)}`
  const game = await open()
  const { code } = await roomOf(game)
  const server = serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' })
  const socket = await new Promise<Socket>((resolve) => {
    server.once('listening', () => {
      const { port } = server.address() as { port: number }
      const opened = connect(port, '127.0.0.1', () => resolve(opened))
    })
  })
  socket.on('error', () => {})
  socket.pause()
  socket.write(`GET /play/${code}/stream?role=phone HTTP/1.1\r\nhost: localhost\r\n\r\n`)
  await until(() => live.hub.size === 1)
  let presses = 0
  for (; live.hub.size > 0 && presses < 60; presses += 2)
    for (const gesture of ['pause', 'resume'] as const) await press(game, gesture)
  expect(live.hub.size).toBe(0)
  socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

test('asking for the head of a stream holds nothing', async () => {
  const { code } = await roomOf(await open())
  const answer = await routes.request(`/play/${code}/stream`, { method: 'HEAD' })
  expect([answer.status, answer.headers.get('content-type'), live.hub.size]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
    0,
  ])
})
