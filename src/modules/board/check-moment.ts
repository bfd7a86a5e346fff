import type { Work } from '#platform/work/index.ts'
import { readMoments } from './db/moments.ts'
import type { MomentChoice } from './domain/moment.ts'

/** Moments looked at: a choice made from a page stays good while the page is read. */
const looked = 60

/** Whether a moment is still to come in that centre; a call always is. */
export async function mayMeet(
  work: Work<'fablab' | 'programme' | 'network'>,
  centre: number,
  choice: MomentChoice,
): Promise<boolean> {
  if (choice.kind === 'call') return true
  const moments = await readMoments(work, centre, looked)
  return moments.some(({ kind, id }) => kind === choice.kind && id === choice.id)
}
