import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownParts } from './domain/discreet.ts'
import { planOf, standingOf } from './domain/plan.ts'
import { type Answer, areas, answers as kinds } from './domain/vocabulary.ts'
import { readAreas, writtenRules } from './read-rules.ts'

const rules = writtenRules()
const on = '2026-12-01'
const someAnswers = fc
  .tuple(...rules.map(() => fc.option(fc.constantFrom(...kinds), { nil: undefined })))
  .map((given) => Object.fromEntries(rules.map(({ id }, i) => [id, given[i] as Answer | undefined])))

test('a shop is asked eighteen to twenty-four questions, in every area, in three languages, each with its source', () => {
  expect(rules.length).toBeGreaterThanOrEqual(18)
  expect(rules.length).toBeLessThanOrEqual(24)
  expect(readAreas().map(({ area }) => area)).toEqual([...areas])
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { ask, action } of rules)
    for (const text of [ask, action.do, action.how, action.proof])
      for (const tongue of ['fr', 'en', 'ar'] as const) expect(text[tongue].length).toBeGreaterThan(2)
})

test('what the law asks is marked « à confirmer », with an official address', () => {
  for (const rule of rules.filter(({ action }) => action.deadline !== undefined)) {
    expect(rule.confirm).toBe(true)
    expect(rule.sources.some(({ url }) => /\.gouv\.fr\//.test(url))).toBe(true)
  }
})

test('dates come first, the soonest first, then what is worth most for the time it takes', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const plan = planOf(rules, answers, on)
      const dated = plan.filter(({ deadline }) => deadline !== null)
      expect(plan.slice(0, dated.length)).toEqual(dated)
      for (const [i, line] of plan.entries()) {
        const next = plan[i + 1]
        if (line.deadline && next?.deadline) expect(line.deadline.on <= next.deadline.on).toBe(true)
        if (!line.deadline && next) expect(line.worth).toBeGreaterThanOrEqual(next.worth)
      }
    }),
  )
})

test('a plan holds each « no » and each « in part » once, and nothing that is in place or not about the shop', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const plan = planOf(rules, answers, on)
      const expected = rules.filter(({ id }) => answers[id] === 'no' || answers[id] === 'partly')
      expect(new Set(plan.map(({ rule }) => rule.id))).toEqual(new Set(expected.map(({ id }) => id)))
      expect(plan).toHaveLength(expected.length)
      expect(plan.filter(({ when }) => when === 'week').length).toBeLessThanOrEqual(3)
    }),
  )
})

test('receiving invoices is overdue since September 2026; issuing them is due a year later, and counts a year before', () => {
  const answers = { 'receive-invoices': 'no', 'issue-invoices': 'no' } as const
  expect(planOf(rules, answers, on).map(({ rule, deadline }) => [rule.id, deadline])).toEqual([
    ['receive-invoices', { on: '2026-09-01', overdue: true }],
    ['issue-invoices', { on: '2027-09-01', overdue: false }],
  ])
  expect(planOf(rules, { 'issue-invoices': 'no' }, '2026-08-01')[0]?.deadline).toBeNull()
})

test('where a shop stands never counts what is not about it', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      for (const { done, of } of standingOf(rules, answers, on)) {
        expect(done).toBeLessThanOrEqual(of)
        expect(of).toBeGreaterThan(0)
      }
    }),
  )
})

test('no subtraction tells of fewer than eleven shops', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 10 }), (counts) => {
      const whole = counts.reduce((sum, count) => sum + count, 0)
      const shown = shownParts(
        whole,
        counts.map((count) => ({ count })),
      )
      const unsaid = whole - shown.reduce((sum, { count }) => sum + count, 0)
      expect(shown.every(({ count }) => count >= 11)).toBe(true)
      expect(shown.length === 0 || unsaid === 0 || unsaid >= 11).toBe(true)
    }),
  )
})
