import { expect, test } from 'vitest'
import { oneOfEach, smallPack } from '../pack.fixture.ts'
import type { Item } from './pack.ts'
import { type GameRecord, statementsOf } from './xapi.ts'

const home = 'https://maillage.example'
const question = (kind: keyof typeof oneOfEach, right: number, wrong: number, again = false) => ({
  position: Object.keys(oneOfEach).indexOf(kind) + 1,
  item: oneOfEach[kind] as unknown as Item,
  again,
  tally: { people: right + wrong, of: {}, right, partly: 0, wrong },
})
const game: GameRecord = {
  game: 12,
  endedAt: Temporal.Instant.from('2026-12-01T15:00:00Z'),
  pack: { id: smallPack.id, title: smallPack.title },
  questions: [question('choose', 9, 3), question('order', 4, 0), question('discuss', 0, 0)],
}

test('a game leaves as one statement a question, of a group in which nobody is named', () => {
  const [first, second, ...others] = statementsOf(game, home)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    actor: { objectType: 'Group', account: { homePage: home, name: 'game-12' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: {
      id: 'https://maillage.example/games/small-pack#choose',
      definition: { interactionType: 'choice', correctResponsesPattern: ['b'] },
    },
    result: { score: { raw: 9, min: 0, max: 12, scaled: 0.75 } },
  })
  expect(second?.object.definition).toMatchObject({
    interactionType: 'sequencing',
    correctResponsesPattern: ['c[,]a[,]b'],
  })
})

test('sent twice, a statement has the same number, which a record store keeps once', () => {
  const ids = statementsOf(game, home).map(({ id }) => id)
  expect(statementsOf(game, home).map(({ id }) => id)).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
