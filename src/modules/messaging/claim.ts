import type { Outgoing } from '#platform/messages/index.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { insertMessage, lockMessage, type MessageKey, writeAgain, writeFailure } from './db/message.ts'

/** Seconds after which a sending nobody finished is taken for dead: longer than any driver waits. */
const patience = 60

/** What to do with a message: send it now, or why not. */
export type Claim =
  | { answer: 'send'; id: number; message: Outgoing }
  | { answer: 'already-sent' | 'no-longer-true' | 'given-up' | 'under-way' }

/**
 * Decides, on the message's own locked row, whether this attempt may send it. A sending that ended without a word (its
 * process was killed) may have arrived: it is sent again once, never twice.
 */
export async function claim(
  work: Work<'messaging'>,
  seal: Seal,
  key: MessageKey,
  message: Outgoing | null,
): Promise<Claim> {
  const row = await lockMessage(work, key)
  if (row?.status === 'sent') return { answer: 'already-sent' }
  if (row?.status === 'failed') return { answer: 'given-up' }
  if (!message) {
    if (row) await writeFailure(work, row.id, 'NO_LONGER_TRUE', true)
    return { answer: 'no-longer-true' }
  }
  const sealed = { ...message, recipient: seal.close(message.to), body: seal.close(message.body) }
  if (!row) {
    const id = await insertMessage(work, key, sealed)
    return id === null ? { answer: 'under-way' } : { answer: 'send', id, message }
  }
  const inDoubt = row.error === null
  if (inDoubt && work.now.since(row.claimedAt).total('seconds') < patience) return { answer: 'under-way' }
  if (inDoubt && row.doubts > 0) {
    await writeFailure(work, row.id, 'IN_DOUBT', true)
    return { answer: 'given-up' }
  }
  await writeAgain(work, row.id, sealed, inDoubt)
  return { answer: 'send', id: row.id, message }
}
