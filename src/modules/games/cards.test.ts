import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { answersIn, choiceOf } from './domain/card.ts'
import { drawCard } from './draw-card.ts'
import { readCards } from './read-cards.ts'

/** Somebody holding a card in a picture: where, how large, turned by how many degrees clockwise. */
interface Held {
  card: number
  x: number
  y: number
  size: number
  turned: number
}

/** A photo of a room, with noise, blur and an uneven light. */
async function photo(held: readonly Held[], { width = 1600, height = 1200, blur = 0.6 } = {}) {
  const noise = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g"><stop stop-color="#5b5148"/><stop offset="1" stop-color="#d8cdbb"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${Array.from({ length: 60 }, (_, n) => `<rect x="${(n * 397) % width}" y="${(n * 211) % height}" width="${20 + (n % 7) * 9}" height="${15 + (n % 5) * 12}" fill="hsl(${n * 37} 40% 45%)"/>`).join('')}</svg>`,
  )
  const cards = await Promise.all(
    held.map(async ({ card, x, y, size, turned }) => {
      const drawn = await sharp(Buffer.from(drawCard(card)), { density: 300 })
        .resize(size, size)
        .rotate(turned, { background: '#7a7066' })
        .png()
        .toBuffer()
      return { input: drawn, left: x, top: y }
    }),
  )
  const picture = await sharp(noise).composite(cards).blur(blur).jpeg({ quality: 75 }).toBuffer()
  return new Uint8Array(picture)
}

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
