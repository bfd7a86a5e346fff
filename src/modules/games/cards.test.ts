import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersIn, choiceOf } from './domain/card.ts'
import { photo } from './photo.fixture.ts'
import { readCards } from './read-cards.ts'

const read = async (picture: Uint8Array<ArrayBuffer>) => {
  const answer = await readCards(picture)
  return answer.ok ? answer.value : answer.refusal
}

describe('cards held up in a room', () => {
  test('turning the card puts one’s letter up: each quarter is read as its letter', async () => {
    const picture = await photo([
      { card: 1, x: 100, y: 100, size: 180, turned: 0 },
      { card: 2, x: 500, y: 120, size: 180, turned: 270 },
      { card: 3, x: 900, y: 140, size: 180, turned: 180 },
      { card: 4, x: 1250, y: 160, size: 180, turned: 90 },
    ])
    expect(await read(picture)).toEqual([
      { card: 1, choice: 'a' },
      { card: 2, choice: 'b' },
      { card: 3, choice: 'c' },
      { card: 4, choice: 'd' },
    ])
  })

  test('thirty people in one photo, leaning a little, near and far, are all read and none is mistaken', async () => {
    const held = Array.from({ length: 30 }, (_, n) => ({
      card: n + 1,
      x: 20 + (n % 6) * 265,
      y: 20 + Math.floor(n / 6) * 235,
      size: 90 + (n % 4) * 30,
      turned: ((4 - (n % 4)) % 4) * 90 + ((n * 7) % 25) - 12,
    }))
    const wanted = held.map(({ card }, n) => ({ card, choice: 'abcd'[n % 4] }))
    expect(await read(await photo(held))).toEqual(wanted)
  })

  test('an empty room, a picture of something else, and what is not a picture are told apart', async () => {
    expect(await read(await photo([]))).toEqual([])
    expect(await read(new TextEncoder().encode('not a picture'))).toBe('not-a-picture')
    expect(await read(new Uint8Array(0))).toBe('not-a-picture')
  })

  test('a card that leans half-way between two letters says nothing', () => {
    const turned = (degrees: number) => {
      const angle = (degrees * Math.PI) / 180
      return [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ].map(([x = 0, y = 0]) => ({
        x: x * Math.cos(angle) - y * Math.sin(angle),
        y: x * Math.sin(angle) + y * Math.cos(angle),
      }))
    }
    expect(choiceOf({ card: 1, corners: turned(45) })).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -35, max: 35 }), (quarters, lean) => {
        const choice = choiceOf({ card: 1, corners: turned(quarters * 90 + lean) })
        expect(choice).toBe(['a', 'd', 'c', 'b'][quarters])
      }),
    )
  })

  test('a card seen twice with two letters says nothing, rather than the wrong one', () => {
    const upright = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ]
    const turned = [...upright.slice(1), ...upright.slice(0, 1)]
    expect(
      answersIn([
        { card: 5, corners: upright },
        { card: 5, corners: turned },
      ]),
    ).toEqual([])
    expect(
      answersIn([
        { card: 5, corners: upright },
        { card: 5, corners: upright },
      ]),
    ).toHaveLength(1)
  })
})
