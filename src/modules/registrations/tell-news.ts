import type { Session } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Course, readCourse } from './db/course.ts'
import {
  forgetJob,
  lockActive,
  type Remindable,
  readCancelledBySession,
  writeReminded,
} from './db/reminders.ts'
import { versionOf } from './domain/course.ts'
import { reminderAt } from './domain/reminder.ts'
import { humane } from './domain/waiting-list.ts'
import { dateKey, reminderKey, schedule } from './remind.ts'

type Schemas = 'registrations' | 'programme'

/**
 * Tells everybody that a session moved, or was cancelled; of a course, that this date did. Another change since then has
 * its own news: this one is dropped. Each message is known by the session and its revision, so that a second run sends
 * nothing more.
 */
export async function tellNews(
  work: Work<Schemas>,
  command: { centre: number; session: number; revision: number },
): Promise<void> {
  const course = await readCourse(work, command.session)
  const session = course?.dates.find(({ id }) => id === command.session)
  if (!course || session?.revision !== command.revision) return
  const runAt = newsAt(session, work.now)
  const tell = (kind: string, ref: number) =>
    work.enqueue(
      'messaging.deliver',
      { centre: command.centre, kind, ref, version: versionOf(session) },
      { runAt },
    )

  if (course.lead.status === 'cancelled') {
    // The whole course: told by the date that led it to the end.
    if (session.id !== course.lead.id) return
    for (const { id } of await readCancelledBySession(work, session.id)) {
      await forgetJobs(work, id, course)
      tell('registrations.session-cancelled', id)
    }
    return
  }
  for (const held of await lockActive(work, course.lead.id)) {
    if (session.status === 'cancelled') {
      await forgetJob(work, reminderKey(held.id, dateKey(session)))
      tell('registrations.date-cancelled', held.id)
      continue
    }
    tell('registrations.moved', held.id)
    if (held.status === 'confirmed') await moveReminder(work, command.centre, session, held)
  }
}

async function forgetJobs(work: Work<Schemas>, registration: number, { dates }: Course): Promise<void> {
  for (const date of dates) await forgetJob(work, reminderKey(registration, dateKey(date)))
  await forgetJob(work, `offer:${registration}`)
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
  await writeReminded(work, held.id, ahead ? null : work.now, session.id)
  if (ahead) schedule(work, { centre, registration: held.id, date: dateKey(session) }, at)
  else await forgetJob(work, reminderKey(held.id, dateKey(session)))
}
