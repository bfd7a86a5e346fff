import { readSession } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { claimReminder, readRemindable } from './db/reminders.ts'
import { versionOf } from './domain/course.ts'
import { isDue, reminderAt } from './domain/reminder.ts'

/**
 * Key of a reminder in the queue, one for each date of a course (`date`: its session): a new one takes the place of the
 * one before.
 */
export const reminderKey = (registration: number, date: number | null = null) =>
  date === null ? `remind:${registration}` : `remind:${registration}:${date}`

/** The part of a key that tells the dates of a course apart; nothing for a session on its own. */
export const dateKey = ({ id, course }: { id: number; course: object | null }) => (course ? id : null)

/** Whom to remind, of which date of a course; of the session joined when none is said. */
export interface Reminder {
  centre: number
  registration: number
  date: number | null
}

/** Queues the reminders of somebody who has just been given a seat, one a date; none for a date that is too near. */
export function scheduleReminders(
  work: Work<'registrations'>,
  joined: { centre: number; registration: number },
  dates: readonly { id: number; course: object | null; start: Temporal.ZonedDateTime }[],
): void {
  for (const date of dates) {
    const runAt = reminderAt({ start: date.start, joinedAt: work.now })
    if (runAt) schedule(work, { ...joined, date: dateKey(date) }, runAt)
  }
}

export const schedule = (work: Work<'registrations'>, reminder: Reminder, runAt: Temporal.Instant) =>
  work.enqueue(
    'registrations.remind',
    { ...reminder },
    { runAt, key: reminderKey(reminder.registration, reminder.date) },
  )

/**
 * Reminds of a date once: claims its reminder and queues the message. Called too early, because the session moved
 * later, it comes back at the right time; cancelled, reminded or begun, it does nothing.
 */
export async function remind(work: Work<'registrations' | 'programme'>, command: Reminder): Promise<void> {
  const held = await readRemindable(work, command.registration)
  const session = held && (await readSession(work, command.date ?? held.session))
  if (!held || session?.status !== 'published' || held.status !== 'confirmed') return
  const reminded = held.remindedOf.includes(session.id)
  const asked = { ...held, reminded, start: session.start, now: work.now }
  if (isDue(asked)) {
    if (!(await claimReminder(work, held.id, session.id))) return
    return work.enqueue('messaging.deliver', {
      centre: command.centre,
      kind: 'registrations.reminder',
      ref: held.id,
      version: versionOf(session),
    })
  }
  const at = reminderAt(asked)
  if (!reminded && at && Temporal.Instant.compare(at, work.now) > 0) schedule(work, command, at)
}
