import type { Work } from '#platform/work/index.ts'

/** Puts `nothing` in the place of words and recipients older than the moment. Answers how many messages. */
export async function eraseWords(
  work: Work<'messaging'>,
  before: Temporal.Instant,
  nothing: Buffer,
): Promise<number> {
  const { numUpdatedRows } = await work.tx
    .updateTable('messaging.messages')
    .set({ recipient_sealed: nothing, body_sealed: nothing, subject: '', erased_at: work.now })
    .where('created_at', '<', before)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Deletes messages older than the moment. Answers how many. */
export async function deleteMessages(work: Work<'messaging'>, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await work.tx
    .deleteFrom('messaging.messages')
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
