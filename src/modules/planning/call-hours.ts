import { recordHours } from '#modules/team/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readGiven } from './db/call-hours.ts'

/** How many days after a session its roll may still be called: until then its hours may change. */
const rollMayChange = 30

/**
 * Records the hours that the hosts of a centre gave, from the attendance of sessions that took place. Run again, it
 * changes nothing; a roll called late is caught up with.
 */
export async function recordHoursGiven(
  work: Work<'programme' | 'attendance' | 'access' | 'network' | 'team'>,
  command: { centre: number },
): Promise<void> {
  const since = work.now.subtract({ hours: 24 * rollMayChange })
  await recordHours(work, command.centre, await readGiven(work, command.centre, since))
}
