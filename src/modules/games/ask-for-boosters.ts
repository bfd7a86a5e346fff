import type { SealedContact } from '#modules/people/index.ts'
import { hashOf, newToken, type Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { deleteBooster, insertBooster, readBoostedPack } from './db/boosters.ts'

/** Months after which three questions are sent: what is learned of scams fades in one to six. */
export const boostMonths = [1, 3, 6] as const
/** The hour they leave, where the person lives. */
const hour = Temporal.PlainTime.from('10:00')

export interface AskForBoosters {
  pack: string
  easy: boolean
  contact: SealedContact
  language: string
  timeZone: string
}

/** Plans the three messages of somebody who said yes. The same contact and game twice is written to once. */
export async function askForBoosters(
  work: Work<'games'>,
  seal: Seal,
  { timeZone, ...command }: AskForBoosters,
): Promise<Result<{ messages: number }, { refusal: 'no-centre' }>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'no-centre' })
  const token = newToken()
  const id = await insertBooster(work, {
    ...command,
    centre,
    tokenHash: hashOf(token),
    tokenSealed: seal.close(token),
  })
  if (id === null) return done({ messages: 0 })
  const today = work.now.toZonedDateTimeISO(timeZone)
  for (const months of boostMonths)
    work.enqueue(
      'messaging.deliver',
      { centre, kind: 'games.booster', ref: id, version: months },
      { runAt: today.add({ months }).withPlainTime(hour).toInstant(), key: `booster-${id}-${months}` },
    )
  return done({ messages: boostMonths.length })
}

const isToken = (token: string) => /^[A-Za-z0-9_-]{22}$/.test(token)

/** The game a link of ours is about; null for any other link. */
export const readBoosterLink = async (work: Work<'games'>, token: string) =>
  isToken(token) ? readBoostedPack(work, hashOf(token)) : null

/** Forgets the contact of a link at once; done twice, it is still done. */
export async function stopBoosters(work: Work<'games'>, token: string): Promise<void> {
  if (isToken(token)) await deleteBooster(work, hashOf(token))
}
