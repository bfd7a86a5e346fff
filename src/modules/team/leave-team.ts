import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeDeparture } from './db/members.ts'

/**
 * A member leaves the team: she is signed out everywhere, and each session she would have hosted is offered to others.
 * A coordinator does not remove herself, so that no centre is left without one.
 */
export async function leaveTeam(
  work: Work<'team' | 'access'>,
  command: { member: number },
): Promise<Result<null, { refusal: 'member-unknown' | 'oneself' }>> {
  if (work.actor.kind !== 'member' || work.actor.centre === null) return refuse({ refusal: 'member-unknown' })
  const { centre, member: oneself } = work.actor
  if (command.member === oneself) return refuse({ refusal: 'oneself' })
  if (!(await writeDeparture(work, centre, command.member))) return refuse({ refusal: 'member-unknown' })
  await record(work, 'team.departure', `member:${command.member}`)
  work.enqueue('planning.reopen-sessions', { centre, member: command.member })
  return done(null)
}
