import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, openPool } from '#platform/database/index.ts'
import type { House } from '#platform/house.ts'
import { testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import { openWork } from '#platform/work/index.ts'
import { freeAnimal } from '../animals.ts'
import type { Answer } from '../domain/answer.ts'
import type { Choices, Gesture } from '../domain/game.ts'
import type { Item } from '../domain/pack.ts'
import { jobs } from '../jobs.ts'
import { oneOfEach } from '../pack.fixture.ts'
import { openEngine } from './engine.ts'
import type { Drawn, Look } from './look.ts'

let at: Awaited<ReturnType<typeof testHouse>>
let world: SmallWorld
let live: ReturnType<typeof openEngine>
const calm: Choices = { names: 'first-name', teams: 0, timer: null, podium: false, again: false }
const draw = (room: { phase: string; position: number; answered: number; seated: number }) =>
  `${room.phase} ${room.position} ${room.seated} ${room.answered}`

beforeAll(async () => {
  at = await testHouse()
  world = await seedSmallWorld(at.ownerUrl, at.house.seal, at.now)
  live = openEngine(at.house, draw)
})
afterAll(async () => {
  live.hub.close()
  await at.close()
})

const samira = () =>
  ({
    kind: 'member',
    member: world.members.samira,
    role: 'facilitator',
    centre: world.centres.saintOuen,
    name: 'Samira',
  }) as const
const lou = () => ({ ...samira(), member: world.members.rox, centre: world.centres.roubaix }) as const
const item = (kind: keyof typeof oneOfEach) => oneOfEach[kind] as unknown as Item

async function open(kinds: (keyof typeof oneOfEach)[] = ['choose', 'sort'], choices: Partial<Choices> = {}) {
  const { game } = await live.engine.open(samira(), {
    session: null,
    title: { fr: 'Petit jeu' },
    items: kinds.map((kind) => ({ pack: 'small-pack', item: item(kind) })),
    choices: { ...calm, ...choices },
  })
  return game
}
const roomOf = async (game: number, engine = live.engine) => {
  const room = await engine.readRoom(samira(), game)
  if (!room) throw new Error('no room')
  return room
}
const press = async (game: number, gesture: Gesture) => {
  const { phase, position } = await roomOf(game)
  return live.engine.move(samira(), { game, gesture, seen: { phase, position } })
}
async function sit(game: number, name: string, more: { team?: number; token?: string | null } = {}) {
  const sat = await live.engine.sit({
    room: await roomOf(game),
    name,
    animal: () => name,
    team: more.team ?? 0,
    way: 'phone',
    token: more.token ?? null,
    once: null,
  })
  if (!sat.ok) throw new Error(sat.refusal)
  return sat.value.token
}
const answer = async (game: number, token: string, chosen: string[], nonce?: number) => {
  const room = await roomOf(game)
  const given: { position: number; answer: Answer; nonce?: number } = {
    position: room.position,
    answer: { chosen },
  }
  return (await live.engine.answer(room, token, nonce === undefined ? given : { ...given, nonce })).stored
}
const rows = async (game: number) =>
  (
    await at.owner.query(
      'select seat_id, way, answer, verdict, people from games.answers where game_id = $1 order by id',
      [game],
    )
  ).rows

describe('a game in a room', () => {
  test('from the lobby to its figures: phones, cards and hands count alike, and nobody is named in what is kept', async () => {
    const game = await open(['choose', 'sort'], { again: true })
    const [amina, bao] = [await sit(game, 'Amina'), await sit(game, 'Bao')]
    await press(game, 'next')
    expect(await answer(game, amina, ['b'])).toBe('accepted')
    expect(await answer(game, bao, ['a'])).toBe('accepted')
    await live.engine.answerCards(samira(), {
      game,
      position: 1,
      answers: [
        { card: 7, answer: { chosen: ['b'] } },
        { card: 9, answer: { chosen: ['a'] } },
      ],
    })
    await live.engine.countHands(samira(), { game, position: 1, counts: { a: 3, b: 5 } })
    expect((await roomOf(game)).tally, 'nobody is led before the close').toBeNull()
    await press(game, 'close')
    expect((await roomOf(game)).tally).toEqual({
      people: 12,
      of: { a: 5, b: 7 },
      right: 7,
      partly: 0,
      wrong: 5,
    })
    for (const gesture of ['next', 'close', 'next'] as const) await press(game, gesture)
    expect((await roomOf(game)).question).toMatchObject({ position: 3, again: true })
    expect(await answer(game, bao, ['b'])).toBe('accepted')
    await press(game, 'close')
    expect(await roomOf(game)).toMatchObject({ tally: { right: 1 }, before: { people: 12, right: 7 } })
    await press(game, 'end')
    expect(await live.engine.readFigures(samira(), game)).toEqual([
      {
        position: 1,
        prompt: { fr: 'Que faites-vous ?' },
        people: 12,
        right: 7,
        partly: 0,
        again: { people: 1, right: 1 },
      },
      { position: 2, prompt: { fr: 'Sûr ou louche ?' }, people: 0, right: 0, partly: 0, again: null },
    ])
  })

  test('an answer may change until the facilitator closes, and the last one counts', async () => {
    const game = await open()
    const amina = await sit(game, 'Amina')
    await press(game, 'next')
    await answer(game, amina, ['a'])
    await answer(game, amina, ['b'])
    expect(await rows(game)).toMatchObject([{ answer: { chosen: ['b'] }, verdict: 'right' }])
    await press(game, 'close')
    expect(await answer(game, amina, ['a'])).toBe('closed')
    await press(game, 'reopen')
    expect(await answer(game, amina, ['a'])).toBe('accepted')
  })

  test('an answer that took a longer road never replaces a later one', async () => {
    const game = await open()
    const amina = await sit(game, 'Amina')
    await press(game, 'next')
    expect(await answer(game, amina, ['b'], 20)).toBe('accepted')
    expect(await answer(game, amina, ['a'], 10)).toBe('stale')
    expect(await answer(game, amina, ['b'], 20), 'the same one again is the same one').toBe('accepted')
    expect(await rows(game)).toHaveLength(1)
  })

  test('a pause holds: nothing comes in, and the timer waits', async () => {
    const game = await open(['choose'], { timer: 60 })
    const amina = await sit(game, 'Amina')
    await press(game, 'next')
    const began = at.now
    at.now = began.add({ seconds: 20 })
    await press(game, 'pause')
    expect(await answer(game, amina, ['a'])).toBe('closed')
    at.now = began.add({ seconds: 600 })
    await press(game, 'resume')
    expect((await roomOf(game)).closesAt).toEqual(began.add({ seconds: 640 }))
    expect(await answer(game, amina, ['a'])).toBe('accepted')
    at.now = began
  })

  test('past its timer a question takes no answer, even before anybody has closed it; then it closes by itself', async () => {
    const game = await open(['choose'], { timer: 30 })
    const amina = await sit(game, 'Amina')
    await press(game, 'next')
    const began = at.now
    at.now = began.add({ seconds: 31 })
    expect(await answer(game, amina, ['a'])).toBe('closed')
    const close = jobs(at.house)['games.close']
    await close?.({ centre: world.centres.saintOuen, game, position: 1 }, { attempt: 1, lastAttempt: false })
    await close?.({ centre: world.centres.saintOuen, game, position: 1 }, { attempt: 1, lastAttempt: false })
    expect(await roomOf(game)).toMatchObject({ phase: 'shown', position: 1 })
    at.now = began
  })

  test('pressing twice moves once; a gesture made on an old page says so', async () => {
    const game = await open(['choose', 'sort'])
    const twice = await Promise.all([press(game, 'next'), press(game, 'next')])
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await roomOf(game)).toMatchObject({ phase: 'asking', position: 1 })
  })

  test('hands are counted again, not added', async () => {
    const game = await open()
    await press(game, 'next')
    await live.engine.countHands(samira(), { game, position: 1, counts: { a: 3, b: 5 } })
    await live.engine.countHands(samira(), { game, position: 1, counts: { a: 2, b: 0 } })
    expect(await rows(game)).toMatchObject([{ way: 'hands', people: 2, answer: { chosen: ['a'] } }])
  })

  test('teams fill evenly, and the podium is shown only when the group wished it', async () => {
    const game = await open(['choose'], { teams: 3, podium: true })
    const tokens = []
    for (const name of ['A1', 'B1', 'C1', 'A2', 'B2', 'C2']) tokens.push(await sit(game, name))
    const seats = await live.engine.readSeats(samira(), game)
    expect(seats.map(({ team }) => team)).toEqual([1, 2, 3, 1, 2, 3])
    await press(game, 'next')
    await answer(game, tokens[1] as string, ['b'])
    await press(game, 'end')
    expect((await roomOf(game)).podium).toEqual([{ name: '2', right: 1 }])
    const calm = await open(['choose'])
    await press(calm, 'end')
    expect((await roomOf(calm)).podium).toEqual([])
  })
})

describe('a seat', () => {
  test('is kept by its phone, and given back to another one by its four digits; the first phone loses it', async () => {
    const game = await open()
    const token = await sit(game, 'Amina')
    expect(await sit(game, 'Amina again', { token })).toBe(token)
    const room = await roomOf(game)
    const [seat] = await live.engine.readSeats(samira(), game)
    const back = await live.engine.sitBack(room, seat?.code ?? '')
    const fresh = back.ok ? back.value.token : ''
    expect(await live.engine.readMySeat(room, token)).toBeNull()
    expect((await live.engine.readMySeat(room, fresh))?.seat.name).toBe('Amina')
    await press(game, 'next')
    expect(await answer(game, token, ['a']), 'the first phone is told that it lost its seat').toBe(
      'seat-unknown',
    )
    expect(await answer(game, fresh, ['a'])).toBe('accepted')
  })

  test('moves to a phone whose clock is late, and to one without script: what they answer is what is kept', async () => {
    const game = await open()
    const token = await sit(game, 'Amina')
    await press(game, 'next')
    expect(await answer(game, token, ['a'], 9_000_000_000_000)).toBe('accepted')
    expect(await answer(game, token, ['b']), 'a form, which has no clock').toBe('accepted')
    expect(await answer(game, token, ['a'], 8_000_000_000_000), 'still older than the first').toBe('stale')
    const [seat] = await live.engine.readSeats(samira(), game)
    const back = await live.engine.sitBack(await roomOf(game), seat?.code ?? '')
    expect(await answer(game, back.ok ? back.value.token : '', ['a'], 1000)).toBe('accepted')
    expect(await rows(game)).toMatchObject([{ answer: { chosen: ['a'] } }])
  })

  test('is not found by guessing its digits: wrong ones are counted, and a room that finds its seats is not', async () => {
    const game = await open()
    await sit(game, 'Amina')
    const room = await roomOf(game)
    const [seat] = await live.engine.readSeats(samira(), game)
    const tries = async (code: string, times: number) => {
      const said = new Set<string>()
      for (let turn = 0; turn < times; turn += 1) {
        const back = await live.engine.sitBack(room, code)
        said.add(back.ok ? 'back' : back.refusal)
      }
      return [...said]
    }
    expect(await tries(seat?.code ?? '', 80)).toEqual(['back'])
    expect(await tries('0000', 40)).toEqual(['seat-unknown', 'too-many-tries'])
  })

  test('two people of one name are told apart at the door, and three hundred sit at once under as many codes', async () => {
    const game = await open()
    await sit(game, 'Marie')
    await expect(sit(game, 'marie')).rejects.toThrow('name-taken')
    await Promise.all(Array.from({ length: 300 }, (_, n) => sit(game, `P${n}`)))
    const seats = await live.engine.readSeats(samira(), game)
    expect(new Set(seats.map(({ code }) => code)).size).toBe(301)
  })

  test('animals do not run out for a crowd at the door, and each is given once', async () => {
    const game = await open(['choose'], { names: 'animal' })
    const room = await roomOf(game)
    const sat = await Promise.all(
      Array.from({ length: 150 }, () =>
        live.engine.sit({
          room,
          name: null,
          animal: (taken) => freeAnimal('fr', taken, Math.random()),
          team: 0,
          way: 'phone',
          token: null,
          once: null,
        }),
      ),
    )
    expect(sat.filter(({ ok }) => !ok)).toEqual([])
    const names = (await live.engine.readSeats(samira(), game)).map(({ name }) => name)
    expect(new Set(names).size).toBe(150)
  })

  test('somebody who presses « Je joue » three times at once is one animal', async () => {
    const game = await open(['choose'], { names: 'animal' })
    const room = await roomOf(game)
    const press = (once: string | null) =>
      live.engine.sit({
        room,
        name: null,
        animal: (taken) => freeAnimal('fr', taken, Math.random()),
        team: 0,
        way: 'phone',
        token: null,
        once,
      })
    const pressed = await Promise.all(Array.from({ length: 3 }, () => press('n'.repeat(22))))
    expect(new Set(pressed.map((sat) => sat.ok && sat.value.seat)).size).toBe(1)
    expect(await live.engine.readSeats(samira(), game)).toHaveLength(1)
    // Control: without what the form carries, three presses are three seats.
    await Promise.all(Array.from({ length: 3 }, () => press(null)))
    expect(await live.engine.readSeats(samira(), game)).toHaveLength(4)
  })
})

describe('nothing acknowledged is lost', () => {
  test('sixty cards find their seats in a full room, whatever codes and names are taken, and one seen twice counts once', async () => {
    const game = await open()
    await Promise.all(Array.from({ length: 300 }, (_, n) => sit(game, n === 0 ? '№ 7' : `P${n}`)))
    await press(game, 'next')
    const cards = Array.from({ length: 60 }, (_, n) => ({ card: n + 1, answer: { chosen: ['b'] } }))
    const twice = [{ card: 5, answer: { chosen: ['a'] } }, ...cards]
    expect(await live.engine.answerCards(samira(), { game, position: 1, answers: twice })).toMatchObject({
      ok: true,
    })
    expect((await roomOf(game)).answered).toBe(60)
    await press(game, 'close')
    expect((await roomOf(game)).tally).toMatchObject({ people: 60, right: 60 })
  })

  test('a seat removed while the room answers takes nobody else’s answer with it', async () => {
    const game = await open()
    const tokens = await Promise.all(['Amina', 'Bao', 'Chloé'].map((name) => sit(game, name)))
    await press(game, 'next')
    const [gone] = await live.engine.readSeats(samira(), game)
    const client = await at.owner.connect()
    await client.query('begin')
    await client.query('delete from games.seats where id = $1', [gone?.id])
    // The first takes a statement of its own; the two others leave together.
    const answers = [tokens[1], tokens[0], tokens[2]].map((token) => answer(game, token as string, ['b']))
    for (let waits = 0; waits === 0; )
      waits = (await at.owner.query('select from pg_locks where not granted')).rowCount ?? 0
    await client.query('commit')
    client.release()
    expect((await Promise.all(answers)).toSorted()).toEqual(['accepted', 'accepted', 'seat-unknown'])
  })

  test('three hundred answers at once are all written, each once', async () => {
    const game = await open()
    const tokens = await Promise.all(Array.from({ length: 300 }, (_, n) => sit(game, `Joueur ${n}`)))
    await press(game, 'next')
    const stored = await Promise.all(tokens.map((token, n) => answer(game, token, [n % 3 ? 'b' : 'a'])))
    expect(new Set(stored)).toEqual(new Set(['accepted']))
    expect(await rows(game)).toHaveLength(300)
    await press(game, 'close')
    expect((await roomOf(game)).tally).toMatchObject({ people: 300, right: 200, wrong: 100 })
  })

  test('answers that race with the close are either counted or told that it was too late', async () => {
    for (let round = 0; round < 5; round += 1) {
      const game = await open()
      const tokens = await Promise.all(Array.from({ length: 40 }, (_, n) => sit(game, `J${n}`)))
      await press(game, 'next')
      const room = await roomOf(game)
      const racing = tokens.map((token) =>
        live.engine.answer(room, token, { position: 1, answer: { chosen: ['b'] } }),
      )
      await press(game, 'close')
      const accepted = (await Promise.all(racing)).filter(({ stored }) => stored === 'accepted').length
      expect((await roomOf(game)).tally?.people).toBe(accepted)
    }
  })

  test('control: without holding the game while answers are written, one is acknowledged after the close', async () => {
    const game = await open()
    const token = await sit(game, 'Amina')
    await press(game, 'next')
    const client = await at.owner.connect()
    await client.query('begin')
    // What the statement would see without « for share »: the game open, a moment before it closes.
    const seen = await client.query("select 1 from games.games where id = $1 and phase = 'asking'", [game])
    await press(game, 'close')
    const tally = (await roomOf(game)).tally?.people
    await client.query(
      `insert into games.answers (game_id, centre_id, position, seat_id, way, answer, verdict, answered_at)
       select game_id, centre_id, 1, id, 'phone', '{"chosen":["b"]}', 'right', now() from games.seats where game_id = $1`,
      [game],
    )
    await client.query('commit')
    client.release()
    expect([seen.rowCount, tally, (await rows(game)).length]).toEqual([1, 0, 1])
    expect(token).toBeTruthy()
  })
})

describe('two processes serve one game', () => {
  let other: ReturnType<typeof openEngine>
  let pool: ReturnType<typeof openPool>
  beforeEach(() => {
    pool = openPool(at.appUrl, { max: 2 })
    const house: House = { ...at.house, inWork: openWork(openDatabase(pool), at.house.now) }
    other = openEngine(house, draw)
  })
  afterEach(async () => {
    other.hub.close()
    await pool.end()
  })

  const phone: Look = { viewer: 'phone', lang: 'fr', tongue: 'fr' }
  const screen: Look = { viewer: 'screen', lang: 'fr', tongue: 'fr' }
  /** What a stream is told, as it comes; `until` waits for something told. */
  function hear(hub: typeof live.hub, room: Awaited<ReturnType<typeof roomOf>>, look: Look) {
    const heard: string[] = []
    let told = () => {}
    const leave = hub.follow(room, {
      ...look,
      write: (bytes) => {
        const data = /data: (.*)/.exec(new TextDecoder().decode(bytes))?.[1]
        if (data) heard.push((JSON.parse(data) as Drawn).html)
        told()
      },
      close: () => {},
    })
    const until = (wanted: string) =>
      new Promise<void>((resolve) => {
        told = () => heard.includes(wanted) && resolve()
        told()
      })
    return { heard, until, leave }
  }

  test('whoever follows at one hears what is pressed at the other, and answers land in the same table', async () => {
    const game = await open()
    const token = await sit(game, 'Amina')
    const there = hear(other.hub, await roomOf(game, other.engine), screen)
    await press(game, 'next')
    await there.until('asking 1 1 0')
    const room = await roomOf(game, other.engine)
    await other.engine.answer(room, token, { position: 1, answer: { chosen: ['b'] } })
    await press(game, 'close')
    await there.until('shown 1 1 1')
    expect((await roomOf(game)).tally?.right).toBe(1)
    there.leave()
  })

  test('phones hear of phases and of no answer; the screen hears of counts, far fewer than there are answers', async () => {
    const game = await open()
    const tokens = await Promise.all(Array.from({ length: 100 }, (_, n) => sit(game, `J${n}`)))
    const small = hear(live.hub, await roomOf(game), phone)
    const large = hear(live.hub, await roomOf(game), screen)
    await press(game, 'next')
    await small.until('asking 1 100 0')
    await Promise.all(tokens.map((token) => answer(game, token, ['b'])))
    await large.until('asking 1 100 100')
    expect(small.heard.filter((told) => told.startsWith('asking'))).toEqual(['asking 1 100 0'])
    expect(large.heard.length).toBeLessThan(15)
    small.leave()
    large.leave()
  })

  test('a process that starts again in the middle of a question finds every seat and every answer', async () => {
    const game = await open()
    const tokens = await Promise.all(['Amina', 'Bao', 'Chloé'].map((name) => sit(game, name)))
    await press(game, 'next')
    for (const token of tokens) await answer(game, token, ['b'])
    const again = openEngine(at.house, draw)
    const room = await roomOf(game, again.engine)
    expect(room).toMatchObject({ phase: 'asking', seated: 3, answered: 3 })
    for (const token of tokens)
      expect((await again.engine.readMySeat(room, token))?.answer).toEqual({ chosen: ['b'] })
    again.hub.close()
  })
})

describe('who may see a game', () => {
  test('another centre’s team sees nothing of it, and moves nothing', async () => {
    const game = await open()
    const amina = await sit(game, 'Amina')
    expect(await live.engine.readRoom(lou(), game)).toBeNull()
    expect(await live.engine.readSeats(lou(), game)).toEqual([])
    expect(
      await live.engine.move(lou(), { game, gesture: 'next', seen: { phase: 'lobby', position: 0 } }),
    ).toMatchObject({
      refusal: 'game-unknown',
    })
    await live.engine.removeSeat(lou(), {
      game,
      seat: (await live.engine.readSeats(samira(), game))[0]?.id ?? 0,
    })
    expect((await live.engine.readMySeat(await roomOf(game), amina))?.seat.name).toBe('Amina')
  })

  test('a phone’s token opens its own game only', async () => {
    const [mine, yours] = [await open(), await open()]
    const token = await sit(mine, 'Amina')
    await press(yours, 'next')
    expect(await live.engine.readMySeat(await roomOf(yours), token)).toBeNull()
    expect(await answer(yours, token, ['b'])).toBe('seat-unknown')
  })

  test('a day after the end names, seats and answers are gone, and figures stay; a game nobody touches ends by itself', async () => {
    const [over, idle] = [await open(), await open()]
    const token = await sit(over, 'Amina')
    await press(over, 'next')
    await answer(over, token, ['b'])
    await press(over, 'end')
    await sit(idle, 'Bao')
    const then = at.now
    at.now = then.add({ hours: 25 })
    await jobs(at.house)['games.tidy']?.({}, { attempt: 1, lastAttempt: false })
    expect(await roomOf(idle)).toMatchObject({ phase: 'ended' })
    const left = async (game: number) =>
      (
        await at.owner.query(
          `select (select count(*) from games.seats where game_id = $1)::int as seats,
             (select count(*) from games.answers where game_id = $1)::int as answers,
             (select sum("right") from games.figures where game_id = $1)::int as found`,
          [game],
        )
      ).rows[0]
    expect(await left(over)).toEqual({ seats: 0, answers: 0, found: 1 })
    at.now = then.add({ hours: 50 })
    await jobs(at.house)['games.tidy']?.({}, { attempt: 1, lastAttempt: false })
    expect((await left(idle)).seats).toBe(0)
    at.now = then
  })
})
