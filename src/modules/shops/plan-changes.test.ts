import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowdsOf } from './domain/discreet.ts'
import { type PlanLine, planOf } from './domain/plan.ts'
import { changesBetween, type LineChange, plansThatChange, tallyOf } from './domain/plan-changes.ts'
import { changeableOf, type RuleChange, withChanges } from './domain/rule.ts'
import { type Answer, type Answers, answers as kinds, sectors } from './domain/vocabulary.ts'
import { writtenRules } from './read-rules.ts'

const rules = writtenRules()
const on = '2026-12-01'
const someAnswers = fc
  .tuple(...rules.map(() => fc.option(fc.constantFrom(...kinds), { nil: undefined })))
  .map((given): Answers => Object.fromEntries(rules.map(({ id }, i) => [id, given[i] as Answer | undefined])))
const someDay = fc.option(
  fc.constantFrom('2026-06-01', '2026-11-30', '2027-03-15', '2027-09-01', '2031-01-01'),
)
const someRule = fc.constantFrom(...rules)
const someChange: fc.Arbitrary<RuleChange> = fc.record({
  from: someDay,
  until: someDay,
  deadline: someDay,
  confirm: fc.boolean(),
  effect: fc.integer({ min: 1, max: 3 }),
  minutes: fc.integer({ min: 5, max: 1200 }),
})
const changed = (question: string, change: RuleChange) => withChanges(rules, new Map([[question, change]]))

/** What a shopkeeper reads of a plan that a rule can move, line by line. */
type Read = { place: number; deadline: string | null; confirm: boolean; effect: number; minutes: number }
const read = (plan: readonly PlanLine[]): Map<string, Read> =>
  new Map(
    plan.map(({ rule, deadline }, i) => [
      rule.id,
      {
        place: i + 1,
        deadline: deadline?.on ?? null,
        confirm: rule.confirm,
        effect: rule.action.effect,
        minutes: rule.action.minutes,
      },
    ]),
  )

/** The plan before, with the changes told and nothing else: what enters is read in the new plan, all but its place. */
function moved(before: Map<string, Read>, changes: readonly LineChange[], after: Map<string, Read>) {
  const then = new Map(before)
  for (const { question, moves } of changes)
    for (const move of moves) {
      const line = then.get(question)
      const entered = after.get(question)
      if (move.what === 'leaves') {
        expect(line?.place).toBe(move.at)
        then.delete(question)
      } else if (move.what === 'enters') {
        expect(line).toBeUndefined()
        if (entered) then.set(question, { ...entered, place: move.at })
      } else {
        // Told as a change, it is one: from what the plan said, to something else.
        expect(line?.[move.what]).toBe(move.from)
        expect(move.to).not.toBe(move.from)
        if (line) then.set(question, { ...line, [move.what]: move.to })
      }
    }
  return then
}

test('the changes told of a plan are its differences, all of them and no other', () => {
  fc.assert(
    fc.property(someAnswers, someRule, someChange, (answers, { id }, change) => {
      const [before, after] = [planOf(rules, answers, on), planOf(changed(id, change), answers, on)]
      const told = moved(read(before), changesBetween(before, after), read(after))
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(read(after)))
      expect(changesBetween(before, before)).toEqual([])
    }),
  )
})

test('a plan that is not listed reads the same, line for line; a plan that is listed does not', () => {
  fc.assert(
    fc.property(fc.array(someAnswers, { maxLength: 6 }), someRule, someChange, (all, { id }, change) => {
      const shops = all.map((answers, who) => ({ who, answers }))
      const after = changed(id, change)
      const listed = new Set(plansThatChange(shops, { before: rules, after, on }).map(({ shop }) => shop.who))
      for (const { who, answers } of shops) {
        const same =
          JSON.stringify([...read(planOf(rules, answers, on))]) ===
          JSON.stringify([...read(planOf(after, answers, on))])
        expect(listed.has(who)).toBe(!same)
      }
    }),
  )
})

test('one rule changed, the other actions only make room: each by one place, all the same way', () => {
  fc.assert(
    fc.property(someAnswers, someRule, someChange, (answers, { id }, change) => {
      const lines = changesBetween(planOf(rules, answers, on), planOf(changed(id, change), answers, on))
      const ways = lines
        .filter(({ question }) => question !== id)
        .flatMap(({ moves }) => moves.map((move) => (move.what === 'place' ? move.to - move.from : 0)))
      expect(ways.every((way) => Math.abs(way) === 1)).toBe(true)
      expect(new Set(ways).size).toBeLessThanOrEqual(1)
    }),
  )
})

test('a date put off changes the plan of the baker it is about, and of nobody else', () => {
  const shops = [
    { who: 'baker', answers: { 'issue-invoices': 'no', 'opening-hours': 'no' } as const },
    { who: 'hairdresser', answers: { 'issue-invoices': 'yes', 'opening-hours': 'no' } as const },
  ]
  const rule = rules.find(({ id }) => id === 'issue-invoices')
  if (!rule) throw new Error('no such rule')
  const after = changed(rule.id, { ...changeableOf(rule), deadline: '2028-09-01' })
  const plans = plansThatChange(shops, { before: rules, after, on })
  expect(plans.map(({ shop: { who }, changes }) => ({ who, changes }))).toEqual([
    {
      who: 'baker',
      changes: [
        { question: 'opening-hours', moves: [{ what: 'place', from: 2, to: 1 }] },
        {
          question: 'issue-invoices',
          moves: [
            { what: 'place', from: 1, to: 2 },
            { what: 'deadline', from: '2027-09-01', to: null },
          ],
        },
      ],
    },
  ])
  expect(tallyOf(plans)).toEqual([
    { question: 'issue-invoices', rises: 0, falls: 1, enters: 0, leaves: 0, rewords: 1 },
    { question: 'opening-hours', rises: 1, falls: 0, enters: 0, leaves: 0, rewords: 0 },
  ])
  expect(plansThatChange(shops, { before: rules, after: rules, on })).toEqual([])
})

test('no shop of a network is told by a trade and months that fewer than eleven share', () => {
  // So many shops of a trade in a month: around eleven, above and below.
  const some = fc.tuple(
    fc.constantFrom(...sectors.slice(0, 4)),
    fc.constantFrom('2026-03', '2026-05', '2026-06', '2026-11', '2027-01'),
    fc.integer({ min: 1, max: 14 }),
  )
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (counts) => {
      const shops = counts.flatMap(([sector, month, count]) =>
        Array.from({ length: count }, () => ({ sector, month })),
      )
      const crowdOf = crowdsOf(shops)
      const told = Map.groupBy(shops, (shop) => JSON.stringify(crowdOf(shop)))
      for (const [crowd, own] of told)
        if (crowd === 'null') expect(shops.length).toBeLessThan(11)
        else expect(own.length).toBeGreaterThanOrEqual(11)
      for (const shop of shops) {
        const crowd = crowdOf(shop)
        if (crowd) expect(crowd.from <= shop.month && shop.month <= crowd.to).toBe(true)
        if (crowd?.sector) expect(crowd.sector).toBe(shop.sector)
      }
    }),
  )
})
