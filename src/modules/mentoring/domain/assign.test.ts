import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, type Scores } from './assign.ts'

/** Costs as a matching sees them: the less, the more points. */
const given = (costs: readonly (readonly number[])[]) => {
  const scores = costs.map((row) => row.map((cost) => (cost === Number.POSITIVE_INFINITY ? null : -cost)))
  const mentorOf = assign(
    scores,
    (costs[0] ?? []).map(() => 1),
  )
  return costs.map((row, founder) => row[mentorOf[founder] ?? -1])
}

// Facts of SciPy’s cases for linear_sum_assignment (scipy/sparse/csgraph/tests/test_matching.py): costs, and the cost of
// each row in the cheapest assignment.
test.each([
  [
    [
      [400, 150, 400],
      [400, 450, 600],
      [300, 225, 300],
    ],
    [150, 400, 300],
  ],
  [
    [
      [400, 150, 400, 1],
      [400, 450, 600, 2],
      [300, 225, 300, 3],
    ],
    [150, 2, 300],
  ],
  [
    [
      [10, 10, 8],
      [9, 8, 1],
      [9, 7, 4],
    ],
    [10, 1, 7],
  ],
  [
    [
      [10, 10, 8, 11],
      [9, 8, 1, 1],
      [9, 7, 4, 10],
    ],
    [10, 1, 4],
  ],
  [
    [
      [10, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1],
      [Number.POSITIVE_INFINITY, 7, Number.POSITIVE_INFINITY],
    ],
    [10, 1, 7],
  ],
])('a published case costs what its authors say', (costs, expected) => {
  const total = (values: readonly (number | undefined)[]) =>
    values.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  expect(total(given(costs))).toBe(total(expected))
})

const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 3 })
const cases = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .chain(([founders, mentors]) =>
    fc.record({
      scores: fc.array(fc.array(score, { minLength: mentors, maxLength: mentors }), {
        minLength: founders,
        maxLength: founders,
      }),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: mentors, maxLength: mentors }),
      waited: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: founders, maxLength: founders }),
    }),
  )

/** As many as possible, then those who waited, then the points. */
type Worth = [served: number, waited: number, points: number]
const isMore = (a: Worth, b: Worth) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Every way there is, tried. */
function bestByForce(scores: Scores, capacity: readonly number[], waited: readonly number[]): Worth {
  const left = [...capacity]
  const from = (founder: number): Worth => {
    const row = scores[founder]
    if (!row) return [0, 0, 0]
    let best = from(founder + 1)
    for (const [mentor, points] of row.entries()) {
      if (points === null || (left[mentor] as number) < 1) continue
      left[mentor] = (left[mentor] as number) - 1
      const [served, long, sum] = from(founder + 1)
      const worth: Worth = [served + 1, long + (waited[founder] as number), sum + points]
      if (isMore(worth, best) > 0) best = worth
      left[mentor] = (left[mentor] as number) + 1
    }
    return best
  }
  return from(0)
}

test('up to six founders and six mentors, nothing better exists: every way was tried', () => {
  fc.assert(
    fc.property(cases, ({ scores, capacity, waited }) => {
      const mentorOf = assign(scores, capacity, waited)
      const worth: Worth = [0, 0, 0]
      for (const [founder, mentor] of mentorOf.entries())
        if (mentor !== null) {
          worth[0] += 1
          worth[1] += waited[founder] as number
          worth[2] += scores[founder]?.[mentor] as number
        }
      expect(worth).toEqual(bestByForce(scores, capacity, waited))
    }),
    { numRuns: 300 },
  )
})

test('no mentor is given more founders than places, nobody an excluded pair, and asking again changes nothing', () => {
  fc.assert(
    fc.property(cases, ({ scores, capacity, waited }) => {
      const mentorOf = assign(scores, capacity, waited)
      for (const [mentor, places] of capacity.entries())
        expect(mentorOf.filter((one) => one === mentor).length).toBeLessThanOrEqual(places)
      for (const [founder, mentor] of mentorOf.entries())
        if (mentor !== null) expect(scores[founder]?.[mentor] ?? null).not.toBeNull()
      expect(assign(scores, capacity, waited)).toEqual(mentorOf)
    }),
  )
})

test('one place and two founders: whoever was left out before has it, though the other has more points', () => {
  expect(assign([[90], [20]], [1], [0, 1])).toEqual([null, 0])
  expect(assign([[90], [20]], [1], [0, 0])).toEqual([0, null])
})
