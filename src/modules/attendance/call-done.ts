import { record } from '#modules/access/index.ts'
import { closeCallBack } from '#modules/people/index.ts'
import { done, type Result, type Work } from '#platform/work/index.ts'

/** Says that somebody who asked to be called was called, and writes down who says so. */
export async function markCallDone(
  work: Work<'people' | 'access'>,
  command: { id: number },
): Promise<Result<null, { refusal: 'call-back-unknown' }>> {
  const closed = await closeCallBack(work, command)
  if (!closed.ok) return closed
  await record(work, 'call-back.done', `call-back:${command.id}`)
  return done(null)
}
