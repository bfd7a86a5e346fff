import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertHeadcount, readHeadcount } from './db/headcounts.ts'
import { isItsDay } from './domain/mark.ts'
import { type Schemas, sessionAtDoor } from './read-roll-call.ts'

/** The largest room one counts heads in. */
export const mostPeople = 500

/** Notes how many came without giving a name; the last count replaces the one before. */
export async function countHeads(
  work: Work<Schemas>,
  command: { sessionId: number; people: number },
): Promise<Result<{ again: boolean }, { refusal: 'session-unknown' | 'not-the-day' | 'not-a-number' }>> {
  const { actor } = work
  const door = actor.kind === 'member' ? await sessionAtDoor(work, actor, command.sessionId) : null
  if (!door || actor.kind !== 'member') return refuse({ refusal: 'session-unknown' })
  if (!isItsDay(door.session.start, work.now)) return refuse({ refusal: 'not-the-day' })
  if (!Number.isInteger(command.people) || command.people < 0 || command.people > mostPeople)
    return refuse({ refusal: 'not-a-number' })
  if ((await readHeadcount(work, command.sessionId)) === command.people) return done({ again: true })
  await insertHeadcount(work, {
    centre: door.session.centre.id,
    session: command.sessionId,
    people: command.people,
    member: actor.member,
  })
  return done({ again: false })
}
