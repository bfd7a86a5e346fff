import { sql } from '#platform/database/index.ts'
import type { Outgoing } from '#platform/messages/index.ts'
import type { Work } from '#platform/work/index.ts'

/** What a message is known by: one row at most for each. */
export interface MessageKey {
  centre: number | null
  kind: string
  ref: number
  version: number
}

/** The message as the database keeps it: words and recipient sealed. */
export type SealedMessage = Pick<Outgoing, 'channel' | 'language' | 'subject'> & {
  recipient: Buffer
  body: Buffer
}

/** The row of a message, locked until the transaction ends; null when it was never claimed. */
export async function lockMessage(work: Work<'messaging'>, { centre, kind, ref, version }: MessageKey) {
  const row = await work.tx
    .selectFrom('messaging.messages')
    .select(['id', 'status', 'error', 'doubts', 'claimed_at as claimedAt'])
    .where(sql<boolean>`centre_id is not distinct from ${centre}::int`)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Writes that it is being sent. Null: somebody else has just done so. */
export async function insertMessage(
  work: Work<'messaging'>,
  key: MessageKey,
  message: SealedMessage,
): Promise<number | null> {
  const row = await work.tx
    .insertInto('messaging.messages')
    .values({
      centre_id: key.centre,
      kind: key.kind,
      ref: key.ref,
      version: key.version,
      channel: message.channel,
      language: message.language,
      subject: message.subject,
      recipient_sealed: message.recipient,
      body_sealed: message.body,
      status: 'sending',
      attempts: 1,
      created_at: work.now,
      claimed_at: work.now,
    })
    .onConflict((already) => already.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Takes it up again with what is true now. `inDoubt`: the time before may have arrived. */
export async function writeAgain(
  work: Work<'messaging'>,
  id: number,
  message: SealedMessage,
  inDoubt: boolean,
): Promise<void> {
  await work.tx
    .updateTable('messaging.messages')
    .set({
      channel: message.channel,
      language: message.language,
      subject: message.subject,
      recipient_sealed: message.recipient,
      body_sealed: message.body,
      error: null,
      claimed_at: work.now,
      attempts: sql`attempts + 1`,
      doubts: sql`doubts + ${inDoubt ? 1 : 0}`,
    })
    .where('id', '=', id)
    .execute()
}

export async function writeSent(work: Work<'messaging'>, id: number, receipt: string): Promise<void> {
  await work.tx
    .updateTable('messaging.messages')
    .set({ status: 'sent', receipt, error: null, sent_at: work.now })
    .where('id', '=', id)
    .execute()
}

/** It did not leave; `error` is a code, never a sentence that could carry a number. `forGood`: nobody tries again. */
export async function writeFailure(
  work: Work<'messaging'>,
  id: number,
  error: string,
  forGood: boolean,
): Promise<void> {
  await work.tx
    .updateTable('messaging.messages')
    .set({ status: forGood ? 'failed' : 'sending', error })
    .where('id', '=', id)
    .execute()
}
