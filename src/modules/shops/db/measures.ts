import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Answers, Round } from '../domain/vocabulary.ts'

/** One time a shop was measured. */
export interface Measure {
  round: Round
  answers: Answers
  startedAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
}

/** Every time these shops were measured, in order. */
export async function readMeasures(
  work: Work<'shops'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Measure[]>> {
  const rows = await work.tx
    .selectFrom('shops.rounds')
    .select(['shop_id as shop', 'round', 'answers', 'started_at as startedAt', 'finished_at as finishedAt'])
    .where(sql<boolean>`shop_id = any(${[...ids]})`)
    .orderBy('started_at')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      ...row,
      round: row.round as Round,
      answers: row.answers as Answers,
      shop: Number(row.shop),
    })),
    ({ shop }) => shop,
  )
}

/** Begins a round; once. */
export async function insertRound(
  work: Work<'shops'>,
  { shop, centre, round }: { shop: number; centre: number; round: Round },
): Promise<void> {
  await work.tx
    .insertInto('shops.rounds')
    .values({ shop_id: shop, centre_id: centre, round, started_at: work.now })
    .onConflict((on) => on.columns(['shop_id', 'round']).doNothing())
    .execute()
}

/** Adds answers to a round; with `finished`, it is over, once. */
export async function writeAnswers(
  work: Work<'shops'>,
  { shop, round, answers, finished }: { shop: number; round: Round; answers: Answers; finished: boolean },
): Promise<void> {
  await sql`
    update shops.rounds set answers = answers || ${JSON.stringify(answers)}::jsonb,
      finished_at = case when ${finished} then coalesce(finished_at, ${work.now}::timestamptz) else finished_at end
    where shop_id = ${shop} and round = ${round}`.execute(work.tx)
}
