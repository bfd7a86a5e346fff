import { civilHour } from '#platform/calendar/civil-hour.ts'
import type { Seal } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { hostReminderKey } from './call-remind.ts'
import { newCallToken } from './call-token.ts'
import { deleteHost, lockNeed, readHostedAhead, readNeed } from './db/call-needs.ts'
import {
  forgetCallJob,
  readCall,
  readCallOf,
  readCallsOf,
  readCoordinators,
  writeAnswer,
  writeAskedAgain,
  writeCall,
} from './db/calls.ts'
import { askAt } from './domain/call-plan.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access'

/** Asks again who wished to be asked later, if the session still lacks somebody. */
export async function askAgain(work: Work<Schemas>, command: { call: number }): Promise<void> {
  const waiting = await readCall(work, command.call)
  const need = waiting && (await lockNeed(work, waiting.session))
  const call = await readCall(work, command.call)
  if (!need || call?.status !== 'later') return
  const runAt = askAt(work.now, need.start)
  if (need.status === 'cancelled' || !runAt) return writeAnswer(work, call.id, 'expired')
  if (need.hosts === 0) return writeAnswer(work, call.id, 'taken')
  const version = await writeAskedAgain(work, call.id)
  work.enqueue(
    'messaging.deliver',
    { centre: need.centre, kind: 'planning.call', ref: call.id, version },
    { runAt },
  )
}

/** A session has its hosts: those who had not answered yet are thanked, and told that it is taken. */
export async function closeCalls(work: Work<Schemas>, command: { session: number }): Promise<void> {
  const need = await lockNeed(work, command.session)
  if (!need || need.hosts > 0) return
  const runAt = civilHour(work.now, need.start.timeZoneId)
  for (const call of await readCallsOf(work, need.session)) {
    if (call.status !== 'asked' && call.status !== 'later') continue
    await writeAnswer(work, call.id, 'taken')
    work.enqueue(
      'messaging.deliver',
      { centre: need.centre, kind: 'planning.taken', ref: call.id, version: call.times },
      { runAt },
    )
  }
}

/**
 * A host withdrew shortly before: each coordinator of the centre is told. At night it waits for the morning, unless the
 * session begins before anybody could be asked.
 */
export async function tellWithdrawal(work: Work<Schemas>, command: { call: number }): Promise<void> {
  const call = await readCall(work, command.call)
  const need = call && (await readNeed(work, call.session))
  if (!need || call.status !== 'withdrawn') return
  const runAt = askAt(work.now, need.start) ?? work.now
  for (const coordinator of await readCoordinators(work, call.centre))
    work.enqueue(
      'messaging.deliver',
      { centre: call.centre, kind: 'planning.withdrawal', ref: call.id, version: coordinator },
      { runAt },
    )
}

/** Somebody left the team: every session she would have hosted is free again, and offered to others. */
export async function reopenSessionsOf(
  work: Work<Schemas>,
  seal: Seal,
  command: { centre: number; member: number },
): Promise<void> {
  const { centre, member } = command
  for (const session of await readHostedAhead(work, member)) {
    const need = await lockNeed(work, session)
    await deleteHost(work, session, member)
    const call = await readCallOf(work, session, member)
    if (call) await writeAnswer(work, call.id, 'withdrawn')
    else
      await writeCall(work, {
        centre,
        session,
        member,
        status: 'withdrawn',
        reasons: ['chosen'],
        rank: 0,
        revision: need?.revision ?? 0,
        token: newCallToken(seal),
      })
    await forgetCallJob(work, hostReminderKey(session, member))
    work.enqueue('planning.call-hosts', { centre, session, after: null })
  }
}
