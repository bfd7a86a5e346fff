import type { Work } from '#platform/work/index.ts'
import { readChanges, readHistory, type WrittenChange } from './db/rule-changes.ts'
import { changeableOf, type Rule, type RuleChange, withChanges } from './domain/rule.ts'
import { type PlansChanged, plansChanged } from './plans-changed.ts'
import { writtenRules } from './read-rules.ts'

/** Changes of a rule that are told; older ones stay in the table. */
const told = 20

/** One change of a rule: what it said before, and from then on. */
export interface PastChange {
  number: number
  at: Temporal.Instant
  before: RuleChange
  after: RuleChange
  /** Whether the rule went back to its file. */
  isBack: boolean
}

/** What happened to a rule, the last change first. */
export async function readRuleHistory(work: Work<'shops'>, rule: Pick<Rule, 'id'>): Promise<PastChange[]> {
  const file = writtenRules().find(({ id }) => id === rule.id)
  if (!file) return []
  const said = (change: WrittenChange | undefined) => change?.change ?? changeableOf(file)
  const changes = await readHistory(work, rule.id, told + 1)
  return changes.slice(0, told).map((one, i) => ({
    number: one.number,
    at: one.at,
    before: said(changes[i + 1]),
    after: said(one),
    isBack: one.change === null,
  }))
}

/**
 * Which plans a past change moved, counted again: the rules of that moment and of the moment before, read on that day, and
 * the shops measured by then with the answers they give now. One erased since is not there.
 */
export async function plansMovedBy(
  work: Work<'shops'>,
  question: string,
  { number, at }: PastChange,
): Promise<PlansChanged> {
  const on = dayOfRules(at)
  const before = withChanges(writtenRules(), await readChanges(work, number - 1))
  const after = withChanges(writtenRules(), await readChanges(work, number))
  return plansChanged(work, { question, before, after, on, at })
}

/** The day rules are read on by the team: in Paris. */
export const dayOfRules = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()
