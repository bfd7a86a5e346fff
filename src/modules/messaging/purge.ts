import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { deleteMessages, eraseWords } from './db/retention.ts'

/** Days words and recipients are kept: long enough to answer « I received nothing ». */
const daysOfWords = 30
/** Days the rest is kept, for figures: what kind, when, whether it arrived. */
const daysOfTrace = 365

/** Erases what is no longer needed, in every centre. Twice is the same as once. */
export async function purge(
  work: Work<'messaging'>,
  seal: Seal,
): Promise<{ erased: number; deleted: number }> {
  const daysAgo = (days: number) => work.now.subtract({ hours: 24 * days })
  const deleted = await deleteMessages(work, daysAgo(daysOfTrace))
  const erased = await eraseWords(work, daysAgo(daysOfWords), seal.close(''))
  return { erased, deleted }
}
