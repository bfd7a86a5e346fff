import { isDeepStrictEqual } from 'node:util'
import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertChange, readChanges } from './db/rule-changes.ts'
import { changeableOf, type RuleChange, withChanges } from './domain/rule.ts'
import { type PlansChanged, plansChanged } from './plans-changed.ts'
import { writtenRules } from './read-rules.ts'

/** A change of a rule. What its file says already is no change: the rule goes back to its file. */
export interface ChangeRule {
  question: string
  change: RuleChange
}

const fileOf = (question: string): RuleChange | null => {
  const rule = writtenRules().find(({ id }) => id === question)
  return rule ? changeableOf(rule) : null
}

/** Which plans would read otherwise, and what would move in them; nothing is written. */
export async function previewRule(
  work: Work<'shops'>,
  { question, change }: ChangeRule,
  on: string,
): Promise<PlansChanged> {
  const now = await readChanges(work)
  const before = withChanges(writtenRules(), now)
  const after = withChanges(writtenRules(), new Map(now).set(question, change))
  return plansChanged(work, { question, before, after, on, at: work.now })
}

/**
 * Changes what a rule says of days, effect and effort; every plan follows, and the change can be taken back. Saying what
 * the rule says already writes nothing.
 */
export async function changeRule(
  work: Work<'shops' | 'access'>,
  { question, change }: ChangeRule,
): Promise<Result<{ question: string }, { refusal: 'rule-unknown' }>> {
  const written = fileOf(question)
  if (!written || work.actor.kind !== 'member') return refuse({ refusal: 'rule-unknown' })
  const now = (await readChanges(work)).get(question) ?? null
  const wished = isDeepStrictEqual(change, written) ? null : change
  if (isDeepStrictEqual(now, wished)) return done({ question })
  await insertChange(work, { question, change: wished, member: work.actor.member })
  await record(work, 'shops.change-rule', `rule:${question}`)
  return done({ question })
}
