import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { hostReminderKey } from './call-remind.ts'
import { deleteHost, lockNeed } from './db/call-needs.ts'
import { forgetCallJob, readCallOf, writeAnswer, writeCall } from './db/calls.ts'
import { shortNotice } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/**
 * A host who cannot come any more, the actor herself, until the session begins: the session is offered again at once, and
 * her coordinators are told when little time is left. `token`: for whoever never had a call, so that none is sent to her.
 */
export async function withdrawHost(
  work: Work<Schemas>,
  command: { session: number; token: { hash: Buffer; sealed: Buffer } | null },
): Promise<Result<null, { refusal: 'not-a-host' | 'session-over' }>> {
  if (work.actor.kind !== 'member' || work.actor.centre === null) return refuse({ refusal: 'not-a-host' })
  const { member, centre } = work.actor
  const need = await lockNeed(work, command.session)
  if (!need) return refuse({ refusal: 'not-a-host' })
  if (need.status === 'cancelled' || Temporal.Instant.compare(need.start.toInstant(), work.now) <= 0)
    return refuse({ refusal: 'session-over' })
  if (!(await deleteHost(work, need.session, member))) return refuse({ refusal: 'not-a-host' })

  const call = await readCallOf(work, need.session, member)
  if (call) await writeAnswer(work, call.id, 'withdrawn')
  const id =
    call?.id ??
    (command.token &&
      (
        await writeCall(work, {
          centre,
          session: need.session,
          member,
          status: 'withdrawn',
          reasons: ['chosen'],
          rank: 0,
          revision: need.revision,
          token: command.token,
        })
      ).id)
  await forgetCallJob(work, hostReminderKey(need.session, member))
  work.enqueue('planning.call-hosts', { centre, session: need.session, after: null })
  if (id && work.now.until(need.start.toInstant()).total('hours') < shortNotice)
    work.enqueue('planning.tell-withdrawal', { centre, call: id })
  return done(null)
}
