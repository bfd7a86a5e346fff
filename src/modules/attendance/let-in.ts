import { record } from '#modules/access/index.ts'
import { admit, readRoll } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { isItsDay } from './domain/mark.ts'
import { type MarkRefusal, mark } from './mark.ts'
import { type Schemas, sessionAtDoor } from './read-roll-call.ts'

/** Lets in somebody who waits, and marks her present; refused when her party has not enough chairs. Twice is once. */
export async function letIn(
  work: Work<Schemas>,
  command: { sessionId: number; registrationId: number },
): Promise<Result<null, MarkRefusal>> {
  const { actor } = work
  const door = actor.kind === 'member' ? await sessionAtDoor(work, actor, command.sessionId) : null
  if (!door) return refuse({ refusal: 'session-unknown' })
  if (!isItsDay(door.session.start, work.now)) return refuse({ refusal: 'not-the-day' })
  const onRoll = (await readRoll(work, command.sessionId)).some(({ id }) => id === command.registrationId)
  if (!onRoll) return refuse({ refusal: 'registration-unknown' })
  const admitted = await admit(work, command)
  if (!admitted.ok)
    return refuse({ refusal: admitted.refusal === 'session-full' ? 'session-full' : 'registration-unknown' })
  const marked = await mark(work, { ...command, mark: 'present' })
  if (!marked.ok) return marked
  await record(work, 'waiting.admitted', `registration:${command.registrationId}`)
  return done(null)
}
