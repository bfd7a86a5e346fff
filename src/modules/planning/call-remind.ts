import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { newCallToken } from './call-token.ts'
import { lockNeed, type OpenNeed, readNeed } from './db/call-needs.ts'
import {
  claimHostReminder,
  expireCalls,
  forgetCallJob,
  forgetReminded,
  readCallOf,
  readHostsAndCalls,
  writeCall,
  writeTold,
} from './db/calls.ts'
import { askAt, hostReminderAt } from './domain/call-plan.ts'

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
 * Follows a session that was published, moved, cancelled, or given other hosts: its hosts are told once of each change,
 * their reminders move with it, a host chosen by hand gets a link of her own, and nobody is asked for what is cancelled.
 */
export async function remindHosts(work: Work<Schemas>, seal: Seal, session: number): Promise<void> {
  const need = await lockNeed(work, session)
  if (!need) return
  const { hosts, formerly } = await readHostsAndCalls(work, session)
  for (const member of formerly) await forgetCallJob(work, hostReminderKey(session, member))
  if (need.status === 'cancelled') await expireCalls(work, session)
  await forgetReminded(work, session)
  for (const { member, called } of hosts) {
    if (called) await tellChange(work, need, member)
    else
      await writeCall(work, {
        centre: need.centre,
        session,
        member,
        status: 'yes',
        reasons: ['chosen'],
        rank: 0,
        revision: need.revision,
        token: newCallToken(seal),
      })
    await forgetCallJob(work, hostReminderKey(session, member))
    if (need.status === 'published') planHostReminder(work, need, member)
  }
}

/** Tells a host that her session moved, or is cancelled: once for each revision, at a humane hour while there is time. */
async function tellChange(work: Work<Schemas>, need: OpenNeed, member: number): Promise<void> {
  const call = await readCallOf(work, need.session, member)
  if (!call || call.revision >= need.revision || need.status === 'draft') return
  await writeTold(work, call.id, need.revision)
  const kind = need.status === 'cancelled' ? 'planning.cancelled' : 'planning.moved'
  work.enqueue(
    'messaging.deliver',
    { centre: need.centre, kind, ref: call.id, version: need.revision },
    { runAt: askAt(work.now, need.start) ?? work.now },
  )
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
