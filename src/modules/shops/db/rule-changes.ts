import type { Work } from '#platform/work/index.ts'
import { changeSchema, type RuleChange } from '../domain/rule.ts'

/** What staff changed, rule by rule; one put back to its file is not there. With `upTo`, as it stood after that change. */
export async function readChanges(
  work: Work<'shops'>,
  upTo?: number,
): Promise<ReadonlyMap<string, RuleChange>> {
  const rows = await work.tx
    .selectFrom('shops.rule_changes')
    .distinctOn('question')
    .select(['question', 'change'])
    .$if(upTo !== undefined, (some) => some.where('id', '<=', upTo ?? 0))
    .orderBy('question')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ question, change }) =>
      change === null ? [] : [[question, changeSchema.parse(change)] as const],
    ),
  )
}

/** One time a rule was changed. */
export interface WrittenChange {
  number: number
  at: Temporal.Instant
  /** Null: back to what its file says. */
  change: RuleChange | null
}

/** The changes of a rule, the last one first, at most so many. */
export async function readHistory(
  work: Work<'shops'>,
  question: string,
  most: number,
): Promise<WrittenChange[]> {
  const rows = await work.tx
    .selectFrom('shops.rule_changes')
    .select(['id', 'changed_at as at', 'change'])
    .where('question', '=', question)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, at, change }) => ({
    number: id,
    at,
    change: change === null ? null : changeSchema.parse(change),
  }))
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
