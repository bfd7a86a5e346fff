import type { Work } from '#platform/work/index.ts'

/** What a shop says it has done. */
export async function readDone(work: Work<'shops'>, shop: number): Promise<ReadonlySet<string>> {
  const rows = await work.tx
    .selectFrom('shops.done_actions')
    .select('question')
    .where('shop_id', '=', shop)
    .execute()
  return new Set(rows.map(({ question }) => question))
}

/** Ticks an action, or takes the tick back. */
export async function writeDone(
  work: Work<'shops'>,
  { shop, centre, question, isDone }: { shop: number; centre: number; question: string; isDone: boolean },
): Promise<void> {
  if (isDone)
    await work.tx
      .insertInto('shops.done_actions')
      .values({ shop_id: shop, centre_id: centre, question, done_at: work.now })
      .onConflict((on) => on.columns(['shop_id', 'question']).doNothing())
      .execute()
  else
    await work.tx
      .deleteFrom('shops.done_actions')
      .where('shop_id', '=', shop)
      .where('question', '=', question)
      .execute()
}
