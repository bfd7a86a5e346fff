import type { Work } from '#platform/work/index.ts'
import { readSilent, writeSignalled } from './db/matches.ts'

/** Days without a meeting after which both are asked, once, how it goes. */
export const silentDays = 30

/** Asks gently wherever nothing happened for a month; not again before another month. Tells how many matches. */
export async function signalSilence(work: Work<'mentoring'>, centre: number): Promise<number> {
  const silent = await readSilent(work, work.now.subtract({ hours: 24 * silentDays }))
  for (const match of silent) {
    await writeSignalled(work, match)
    for (const side of ['founder', 'mentor'])
      work.enqueue('messaging.deliver', {
        centre,
        kind: `mentoring.silent.${side}`,
        ref: match,
        // Days since 1970: another month is another message.
        version: Math.floor(work.now.epochMilliseconds / 86_400_000),
      })
  }
  return silent.length
}
