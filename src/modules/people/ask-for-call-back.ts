import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import type { SealedContact } from './contact-seal.ts'
import { type CallBack, markCalled, readOpenCallBacks, writeCallBack } from './db/call-backs.ts'

export type { CallBack } from './db/call-backs.ts'

/**
 * « Leave your first name and number, a person will call you »: seen by the desk of the centre of this work. The same
 * phone twice, while nobody has called, is the same request.
 */
export async function askForCallBack(
  work: Work<'people'>,
  wish: { name: string; contact: SealedContact; language: string; near: string; need: string | null },
): Promise<Result<null, { refusal: 'phone-missing' }>> {
  const { phoneSealed, key } = wish.contact
  if (!phoneSealed || work.actor.kind !== 'resident') return refuse({ refusal: 'phone-missing' })
  const { name, language, near, need } = wish
  await writeCallBack(work, {
    centre: work.actor.centre,
    name,
    key,
    phoneSealed,
    language,
    near: near.slice(0, 80),
    need,
  })
  return done(null)
}

/** People of the member's centre who wait to be called, the one who waits longest first. */
export const readCallBacks = (work: Work<'people'>): Promise<CallBack[]> => readOpenCallBacks(work)

/** Somebody called: the request leaves the list. Twice is once. */
export async function closeCallBack(
  work: Work<'people'>,
  { id }: { id: number },
): Promise<Result<null, { refusal: 'call-back-unknown' }>> {
  const member = work.actor.kind === 'member' ? work.actor.member : null
  return (await markCalled(work, id, member)) ? done(null) : refuse({ refusal: 'call-back-unknown' })
}
