import { readSession, type Session } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import {
  forgetJob,
  lockActive,
  type Remindable,
  readCancelledBySession,
  writeReminded,
} from './db/reminders.ts'
import { reminderAt } from './domain/reminder.ts'
import { humane } from './domain/waiting-list.ts'
import { reminderKey } from './remind.ts'

type Schemas = 'registrations' | 'programme'

/**
 * Tells everybody that a session moved, or was cancelled. Another change since then has its own news: this one is
 * dropped. Each message is known by the session's revision, so that a second run sends nothing more.
 */
export async function tellSession(
  work: Work<Schemas>,
  command: { centre: number; session: number; revision: number },
): Promise<void> {
  const session = await readSession(work, command.session)
  if (!session || session.revision !== command.revision) return
  const runAt = newsAt(session, work.now)
  const tell = (kind: string, ref: number) =>
    work.enqueue(
      'messaging.deliver',
      { centre: command.centre, kind, ref, version: command.revision },
      { runAt },
    )

  if (session.status === 'cancelled') {
    for (const { id } of await readCancelledBySession(work, session.id)) {
      await forgetJob(work, reminderKey(id))
      await forgetJob(work, `offer:${id}`)
      tell('registrations.session-cancelled', id)
    }
    return
  }
  for (const held of await lockActive(work, session.id)) {
    tell('registrations.moved', held.id)
    if (held.status === 'confirmed') await moveReminder(work, command.centre, session, held)
  }
}

/** News leaves at a humane hour, unless the session (or what it was moved from) begins before that hour. */
function newsAt(session: Session, now: Temporal.Instant): Temporal.Instant {
  const at = humane(now, session.start.timeZoneId)
  const firstKnown = [session.start, ...(session.movedFrom ? [session.movedFrom] : [])]
  const tooLate = firstKnown.some(
    (start) =>
      Temporal.Instant.compare(start.toInstant(), now) > 0 &&
      Temporal.Instant.compare(start.toInstant(), at.add({ hours: 2 })) < 0,
  )
  return tooLate ? now : at
}

/** The reminder follows the session; when its hour has passed, the news of the move is the reminder. */
async function moveReminder(
  work: Work<Schemas>,
  centre: number,
  session: Session,
  held: Remindable,
): Promise<void> {
  const at = reminderAt({ start: session.start, joinedAt: held.joinedAt })
  const ahead = at !== null && Temporal.Instant.compare(at, work.now) > 0
  await writeReminded(work, held.id, ahead ? null : work.now)
  if (ahead)
    work.enqueue(
      'registrations.remind',
      { centre, registration: held.id },
      { runAt: at, key: reminderKey(held.id) },
    )
  else await forgetJob(work, reminderKey(held.id))
}
