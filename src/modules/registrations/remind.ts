import { readSession } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { claimReminder, readRemindable } from './db/reminders.ts'
import { isDue, reminderAt } from './domain/reminder.ts'

/** Key of a registration's reminder in the queue: a new one takes the place of the one before. */
export const reminderKey = (registration: number) => `remind:${registration}`

/**
 * Reminds once: claims the registration's reminder and queues its message. Called too early, because the session moved
 * later, it comes back at the right time; cancelled, reminded or begun, it does nothing.
 */
export async function remind(
  work: Work<'registrations' | 'programme'>,
  command: { centre: number; registration: number },
): Promise<void> {
  const held = await readRemindable(work, command.registration)
  const session = held && (await readSession(work, held.session))
  if (!held || session?.status !== 'published' || held.status !== 'confirmed' || held.remindedAt) return
  const asked = { ...held, start: session.start, now: work.now }
  if (isDue(asked)) {
    if (!(await claimReminder(work, held.id))) return
    const message = {
      centre: command.centre,
      kind: 'registrations.reminder',
      ref: held.id,
      version: session.revision,
    }
    return work.enqueue('messaging.deliver', message)
  }
  const at = reminderAt(asked)
  if (at && Temporal.Instant.compare(at, work.now) > 0)
    work.enqueue('registrations.remind', { ...command }, { runAt: at, key: reminderKey(held.id) })
}
