import type { Work } from '#platform/work/index.ts'
import { type Introduction, readIntroduction } from './db/introductions.ts'
import { claimReminder } from './db/meetings.ts'
import { type Moment, readMomentsOf } from './db/moments.ts'
import { reminderAfter, reminderAt } from './domain/reminder.ts'
import { tellOf } from './tell.ts'

type Schemas = 'board' | 'fablab' | 'programme' | 'network'
const { compare } = Temporal.Instant

/** Queues the reminder of two people who were just told when they meet; a new hour takes the place of the one before. */
export async function planReminder(work: Work<Schemas>, introduction: number): Promise<void> {
  const meeting = await readMeeting(work, introduction)
  const at = meeting && reminderAfter(meeting.moment.start, work.now)
  if (at) schedule(work, meeting.pair, at)
}

/**
 * Reminds two people of their meeting, once. Moved to a later day, it comes back the day before; stopped, cancelled, begun
 * or already reminded of, it does nothing.
 */
export async function remind(work: Work<Schemas>, introduction: number): Promise<void> {
  const meeting = await readMeeting(work, introduction)
  if (!meeting) return
  const { pair, moment } = meeting
  const start = moment.start.toInstant()
  const at = reminderAt(moment.start)
  if (compare(work.now, at) < 0) return schedule(work, pair, at)
  if (compare(work.now, start) >= 0 || !(await claimReminder(work, pair.id, start))) return
  for (const kind of ['board.reminder-author', 'board.reminder-other'] as const)
    tellOf(work, kind, { centre: pair.centre, introduction: pair.id, start })
}

const schedule = (work: Work<Schemas>, { id, centre }: Introduction, runAt: Temporal.Instant) =>
  work.enqueue('board.remind', { centre, introduction: id }, { runAt, key: `board:remind:${id}` })

/** Two people who are to meet, and when; null when they are not, or when the team is to call them. */
async function readMeeting(
  work: Work<Schemas>,
  introduction: number,
): Promise<{ pair: Introduction; moment: Moment } | null> {
  const pair = await readIntroduction(work, introduction)
  const moment = pair?.status === 'introduced' ? (await readMomentsOf(work, [pair]))(pair) : null
  return pair && moment ? { pair, moment } : null
}
