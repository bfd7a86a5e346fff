import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { newCallToken } from './call-token.ts'
import { lockNeed, type OpenNeed, readNeed } from './db/call-needs.ts'
import {
  claimHostReminder,
  forgetCallJob,
  forgetReminded,
  readCallOf,
  readHostsAndCalls,
  writeCall,
} from './db/calls.ts'
import { hostReminderAt } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** Key of a host's reminder in the queue: a new one takes the place of the one before. */
export const hostReminderKey = (session: number, member: number) => `host:${session}:${member}`

/** Plans the reminder of one host, the day before; nothing when that day has passed. */
export function planHostReminder(work: Work<Schemas>, need: OpenNeed, member: number): void {
  const runAt = hostReminderAt(work.now, need.start)
  const { centre, session } = need
  if (runAt)
    work.enqueue(
      'planning.remind-host',
      { centre, session, member },
      { runAt, key: hostReminderKey(session, member) },
    )
}

/**
 * Plans the reminders of all the hosts of a session. To be called when it is published, moved, cancelled, or when its
 * hosts were chosen: reminders follow the session, and a host chosen by hand gets a link of her own.
 */
export async function remindHosts(work: Work<Schemas>, seal: Seal, session: number): Promise<void> {
  const need = await lockNeed(work, session)
  if (!need) return
  const { hosts, formerly } = await readHostsAndCalls(work, session)
  for (const member of formerly) await forgetCallJob(work, hostReminderKey(session, member))
  if (need.status !== 'published') {
    for (const { member } of hosts) await forgetCallJob(work, hostReminderKey(session, member))
    return
  }
  await forgetReminded(work, session)
  for (const { member, called } of hosts) {
    if (!called)
      await writeCall(work, {
        centre: need.centre,
        session,
        member,
        status: 'yes',
        reasons: ['chosen'],
        rank: 0,
        token: newCallToken(seal),
      })
    planHostReminder(work, need, member)
  }
}

/** Reminds one host once, if she still hosts and the day has come; called too early, it comes back. */
export async function remindHost(
  work: Work<Schemas>,
  command: { session: number; member: number },
): Promise<void> {
  const need = await readNeed(work, command.session)
  const call = need && (await readCallOf(work, command.session, command.member))
  if (need?.status !== 'published' || call?.status !== 'yes') return
  if (Temporal.Instant.compare(need.start.toInstant(), work.now) <= 0) return
  if (hostReminderAt(work.now, need.start)) return planHostReminder(work, need, command.member)
  if (!(await claimHostReminder(work, call.id))) return
  const version = Math.floor(need.start.epochMilliseconds / 60_000)
  work.enqueue('messaging.deliver', { centre: need.centre, kind: 'planning.reminder', ref: call.id, version })
}
