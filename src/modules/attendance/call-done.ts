import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeCallDone } from './db/call-backs.ts'

/** Says that somebody who asked to be called was called. */
export async function markCallDone(
  work: Work<'people' | 'access'>,
  command: { id: number },
): Promise<Result<null, { refusal: 'call-unknown' }>> {
  if (work.actor.kind !== 'member') return refuse({ refusal: 'call-unknown' })
  if (!(await writeCallDone(work, command.id, work.actor.member))) return refuse({ refusal: 'call-unknown' })
  await record(work, 'call-back.done', `call-back:${command.id}`)
  return done(null)
}
