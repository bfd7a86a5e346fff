import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Leg, legProblems } from './round.ts'

const time = (text: string) => Temporal.PlainTime.from(text)
const leg = (place: number, from: string, to: string): Leg => ({ place, from: time(from), to: time(to) })

test('a van that needs forty minutes is not promised in the next town half an hour later', () => {
  const legs = [leg(1, '09:00', '11:00'), leg(2, '11:30', '13:00')]
  expect(legProblems(legs, () => 40)).toEqual([{ why: 'too-early', leg: 1, needed: 40, given: 30 }])
  expect(legProblems(legs, () => 30)).toEqual([])
})

test('a leg that ends before it starts is said to do so', () => {
  expect(legProblems([leg(1, '11:00', '09:00')], () => 0)).toEqual([{ why: 'ends-before-it-starts', leg: 0 }])
})

test('a round without a problem can be driven: every leg begins after the one before, and the way between them', () => {
  const minutes = fc.integer({ min: 0, max: 23 * 60 + 59 }).map((n) => time('00:00').add({ minutes: n }))
  const legs = fc.array(fc.record({ place: fc.integer({ min: 1, max: 4 }), from: minutes, to: minutes }), {
    maxLength: 5,
  })
  const travel = (a: number, b: number) => (a === b ? 0 : Math.abs(a - b) * 25)
  fc.assert(
    fc.property(legs, (driven) => {
      const problems = legProblems(driven, travel)
      let clock = -1
      let possible = true
      driven.forEach(({ from, to, place }, i) => {
        const [start, end] = [from, to].map((at) => at.hour * 60 + at.minute) as [number, number]
        const way = i === 0 ? 0 : travel(driven[i - 1]?.place ?? 0, place)
        if (end <= start || (i > 0 && start < clock + way)) possible = false
        clock = end
      })
      expect(problems.length === 0).toBe(possible)
    }),
  )
})
