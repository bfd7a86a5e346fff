import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { changeSchema, type RuleChange } from '../domain/rule.ts'
import type { Answers } from '../domain/vocabulary.ts'

/** What staff changed, rule by rule; one put back to its file is not there. */
export async function readChanges(work: Work<'shops'>): Promise<ReadonlyMap<string, RuleChange>> {
  const rows = await work.tx
    .selectFrom('shops.rule_changes')
    .distinctOn('question')
    .select(['question', 'change'])
    .orderBy('question')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ question, change }) =>
      change === null ? [] : [[question, changeSchema.parse(change)] as const],
    ),
  )
}

/** Every change of a rule, the last one first. */
export async function readHistory(
  work: Work<'shops'>,
  question: string,
): Promise<{ at: Temporal.Instant; change: RuleChange | null }[]> {
  const rows = await work.tx
    .selectFrom('shops.rule_changes')
    .select(['changed_at as at', 'change'])
    .where('question', '=', question)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ at, change }) => ({ at, change: change === null ? null : changeSchema.parse(change) }))
}

/** Writes a change; null: the rule is that of its file again. */
export async function insertChange(
  work: Work<'shops'>,
  { question, change, member }: { question: string; change: RuleChange | null; member: number },
): Promise<void> {
  await work.tx
    .insertInto('shops.rule_changes')
    .values({
      question,
      change: change === null ? null : JSON.stringify(change),
      changed_by: member,
      changed_at: work.now,
    })
    .execute()
}

/** The last answers of every shop of the network, without the shop. */
export async function readAllAnswers(work: Work<'shops'>): Promise<{ answers: Answers }[]> {
  const { rows } = await sql<{ answers: Answers }>`select answers from shops.all_answers()`.execute(work.tx)
  return rows
}
