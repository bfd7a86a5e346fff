import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPack } from '../pack.fixture.ts'
import type { Item, Pack } from './pack.ts'
import { selectionOf } from './selection.ts'

const packOf = (count: number): Pack => ({
  ...smallPack,
  items: Array.from({ length: count }, (_, at) => ({ ...(smallPack.items[0] as Item), id: `item-${at}` })),
})

test('a short game has six questions of the pack in their order, and a reminder has three', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      const pack = packOf(count)
      for (const [part, most] of [
        ['few', 6],
        ['month-1', 3],
        ['month-3', 3],
        ['month-6', 3],
      ] as const) {
        const ids = selectionOf(pack, part).map(({ id }) => pack.items.findIndex((item) => item.id === id))
        expect(ids.length).toBe(Math.min(most, count))
        expect(ids).toEqual([...ids].sort((a, b) => a - b))
      }
    }),
  )
})

test('each reminder asks other questions than the one before', () => {
  const asked = (['month-1', 'month-3', 'month-6'] as const).map((part) =>
    selectionOf(packOf(18), part).map(({ id }) => id),
  )
  expect(new Set(asked.flat()).size).toBe(9)
})

test('alone, nobody is asked what is only worth talking about', () => {
  expect(selectionOf(smallPack, 'few').some(({ kind }) => kind === 'discuss')).toBe(false)
})
