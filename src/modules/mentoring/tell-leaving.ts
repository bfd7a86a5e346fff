import { readTowns } from '#modules/network/index.ts'
import { civilHour } from '#platform/calendar/civil-hour.ts'
import type { Work } from '#platform/work/index.ts'
import { readMentor } from './db/mentors.ts'

/** Whom to tell, and of which match: nothing else of it is left. */
export interface Leaving {
  centre: number
  mentor: number
  match: number
}

/**
 * Tells a mentor that somebody she guided is no longer there, without a name and at an hour when people are awake: nights
 * forget too. A match ends once: its number makes of two attempts one message.
 */
export async function tellLeaving(
  work: Work<'mentoring' | 'network'>,
  { centre, mentor, match }: Leaving,
): Promise<void> {
  if (!(await readMentor(work, mentor))) return
  const zone = (await readTowns(work)).find((town) => town.centre === centre)?.timeZone ?? 'UTC'
  work.enqueue(
    'messaging.deliver',
    { centre, kind: 'mentoring.founder-left', ref: mentor, version: match },
    { runAt: civilHour(work.now, zone) },
  )
}
