import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chairsAfter, isItsDay, type Mark, marks } from './mark.ts'
import { tallyOf } from './tally.ts'
import { whyWaiting } from './waiting.ts'

const anyMark = fc.constantFrom<Mark | null>(...marks, null)

test('whatever the gestures, the chairs are free exactly when the last one says she does not come', () => {
  fc.assert(
    fc.property(fc.array(anyMark), (gestures) => {
      let [mark, held]: [Mark | null, boolean] = [null, true]
      for (const next of gestures) {
        const chairs = chairsAfter(mark, next, false)
        if (chairs === 'free') expect(held).toBe(true)
        if (chairs === 'take-back') expect(held).toBe(false)
        held = chairs === 'keep' ? held : chairs === 'take-back'
        mark = next
      }
      expect(held).toBe(mark !== 'absent' && mark !== 'excused')
    }),
  )
})

test('in a course no gesture at one date moves a chair', () => {
  fc.assert(fc.property(anyMark, anyMark, (before, after) => chairsAfter(before, after, true) === 'keep'))
})

test('the day of a session is the day at its place, from midnight on', () => {
  const mayotte = Temporal.ZonedDateTime.from('2026-12-01T09:00[Indian/Mayotte]')
  expect(isItsDay(mayotte, Temporal.Instant.from('2026-11-30T20:59:00Z'))).toBe(false)
  expect(isItsDay(mayotte, Temporal.Instant.from('2026-11-30T21:00:00Z'))).toBe(true)
  expect(isItsDay(mayotte, Temporal.Instant.from('2026-12-03T12:00:00Z'))).toBe(true)
})

test('people are counted, not parties', () => {
  const roll = [
    { party: 2, mark: 'present' as const },
    { party: 1, mark: 'excused' as const },
    { party: 3, mark: null },
  ]
  expect(tallyOf(roll, 4)).toEqual({ present: 2, away: 1, expected: 3, unnamed: 4 })
})

test('who waits is told why', () => {
  const start = Temporal.Instant.from('2026-12-01T13:00:00Z')
  const before = (minutes: number) => start.subtract({ minutes })
  expect(whyWaiting(1, 0, start, before(300))).toBe('no-seat')
  expect(whyWaiting(3, 2, start, before(300))).toBe('party-larger')
  expect(whyWaiting(1, 2, start, before(60))).toBe('last-hour')
  expect(whyWaiting(1, 2, start, before(61))).toBe('soon')
})
