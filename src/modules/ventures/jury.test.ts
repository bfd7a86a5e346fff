import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOfApplication } from './domain/cohort.ts'
import { judge, type Score } from './domain/jury.ts'

const criteria = [
  { position: 1, label: 'Une idée claire', weight: 2 },
  { position: 2, label: 'Du temps', weight: 1 },
]
const score = (application: number, member: number, ...given: number[]): Score[] =>
  given.map((mark, at) => ({ application, member, criterion: at + 1, score: mark }))

test('two of the jury make a rank: means, weighted, out of a hundred, line by line', () => {
  const [first] = judge([7], criteria, [...score(7, 1, 4, 2), ...score(7, 2, 3, 2)])
  // (3.5 × 2 + 2 × 1) ÷ (4 × 3) = 75 %.
  expect(first).toMatchObject({ application: 7, points: 75, jurors: 2, rank: 1 })
  expect(first?.lines.map(({ given }) => given)).toEqual([
    [4, 3],
    [2, 2],
  ])
  expect(first?.lines.map(({ mean, points }) => [mean, Math.round(points * 10) / 10])).toEqual([
    [3.5, 58.3],
    [2, 16.7],
  ])
})

test('one alone is no jury, and who left a criterion out counts for none', () => {
  const alone = judge([7], criteria, score(7, 1, 4, 4))
  expect(alone[0]).toMatchObject({ points: null, rank: null, jurors: 1 })
  const half = judge([7], criteria, [...score(7, 1, 4, 4), ...score(7, 2, 0)])
  expect(half[0]).toMatchObject({ jurors: 1, points: null })
})

test('the same points are the same rank, and the order in which marks arrive changes nothing', () => {
  const marks = fc.array(
    fc.record({
      application: fc.integer({ min: 1, max: 4 }),
      member: fc.integer({ min: 1, max: 3 }),
      given: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(marks, (all) => {
      const last = new Map(all.map((one) => [`${one.application} ${one.member}`, one]))
      const scores = [...last.values()].flatMap((one) => score(one.application, one.member, ...one.given))
      const judged = judge([1, 2, 3, 4], criteria, scores)
      expect(judge([1, 2, 3, 4], criteria, scores.toReversed())).toEqual(judged)
      for (const a of judged)
        for (const b of judged) {
          if (a.points === null || b.points === null) continue
          expect(a.points >= 0 && a.points <= 100).toBe(true)
          if (a.points === b.points) expect(a.rank).toBe(b.rank)
          if (a.points > b.points) expect((a.rank ?? 0) < (b.rank ?? 0)).toBe(true)
        }
    }),
  )
})

test('one applies in the days said, at a moment and in a trade that are asked; empty lists ask nothing', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const cohort = {
    status: 'open' as const,
    opensOn: day('2026-12-01'),
    closesOn: day('2026-12-20'),
    stages: ['idea' as const],
    sectors: [],
  }
  const her = { stage: 'idea', sector: 'food' } as const
  expect(refusalOfApplication(cohort, her, day('2026-12-01'))).toBeNull()
  expect(refusalOfApplication(cohort, her, day('2026-12-20'))).toBeNull()
  expect(refusalOfApplication(cohort, her, day('2026-11-30'))).toBe('applications-closed')
  expect(refusalOfApplication(cohort, her, day('2026-12-21'))).toBe('applications-closed')
  expect(refusalOfApplication({ ...cohort, status: 'running' }, her, day('2026-12-02'))).toBe(
    'applications-closed',
  )
  expect(refusalOfApplication(cohort, { ...her, stage: 'growing' }, day('2026-12-02'))).toBe(
    'stage-not-asked',
  )
  expect(refusalOfApplication({ ...cohort, sectors: ['care'] }, her, day('2026-12-02'))).toBe(
    'sector-not-asked',
  )
})
