import { isClash } from '#modules/programme/index.ts'
import { readProfile } from '#modules/team/index.ts'
import { civilHour } from '#platform/calendar/civil-hour.ts'
import type { Seal } from '#platform/seal/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { planHostReminder } from './call-remind.ts'
import { newCallToken } from './call-token.ts'
import { insertHost, lockNeed } from './db/call-needs.ts'
import { writeCall } from './db/calls.ts'

export type ChooseRefusal = { refusal: 'session-unknown' | 'session-over' | 'member-unknown' | 'clash' }

/** The coordinator chooses a host by hand: she is told, with a link from which she may withdraw. */
export async function chooseHost(
  work: Work<'planning' | 'programme' | 'network' | 'access' | 'team'>,
  seal: Seal,
  command: { session: number; member: number },
): Promise<Result<null, ChooseRefusal>> {
  const need = await lockNeed(work, command.session)
  if (!need || need.status === 'cancelled') return refuse({ refusal: 'session-unknown' })
  if (Temporal.Instant.compare(need.start.toInstant(), work.now) <= 0)
    return refuse({ refusal: 'session-over' })
  if (!(await readProfile(work, command.member))) return refuse({ refusal: 'member-unknown' })
  try {
    await insertHost(work, need, command.member)
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
  const { centre, session } = need
  const call = await writeCall(work, {
    centre,
    session,
    member: command.member,
    status: 'yes',
    reasons: ['chosen'],
    rank: 0,
    revision: need.revision,
    token: newCallToken(seal),
  })
  planHostReminder(work, need, command.member)
  work.enqueue(
    'messaging.deliver',
    { centre, kind: 'planning.chosen', ref: call.id, version: call.times },
    { runAt: civilHour(work.now, need.start.timeZoneId) },
  )
  if (need.hosts === 1) work.enqueue('planning.close-calls', { centre, session })
  return done(null)
}
