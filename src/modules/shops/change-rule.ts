import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertChange, readAllAnswers, readChanges } from './db/rule-changes.ts'
import { plansThatChange } from './domain/plan.ts'
import { type RuleChange, withChanges } from './domain/rule.ts'
import { writtenRules } from './read-rules.ts'

/** A change of a rule; null: back to what its file says. */
export interface ChangeRule {
  question: string
  change: RuleChange | null
}

/** How many plans would read otherwise, out of how many; nothing is written. */
export async function previewRule(
  work: Work<'shops'>,
  { question, change }: ChangeRule,
  on: string,
): Promise<{ changed: number; of: number }> {
  const now = await readChanges(work)
  const then = new Map(now)
  if (change === null) then.delete(question)
  else then.set(question, change)
  const shops = await readAllAnswers(work)
  const before = withChanges(writtenRules(), now)
  const after = withChanges(writtenRules(), then)
  return { changed: plansThatChange(shops, { before, after, on }).length, of: shops.length }
}

/** Changes what a rule says of days, effect and effort; every plan follows, and the change can be taken back. */
export async function changeRule(
  work: Work<'shops' | 'access'>,
  command: ChangeRule,
): Promise<Result<{ question: string }, { refusal: 'rule-unknown' }>> {
  const known = writtenRules().some(({ id }) => id === command.question)
  if (!known || work.actor.kind !== 'member') return refuse({ refusal: 'rule-unknown' })
  await insertChange(work, { ...command, member: work.actor.member })
  await record(work, 'shops.change-rule', `rule:${command.question}`)
  return done({ question: command.question })
}
