import type { House } from '#platform/house.ts'
import { readChangedMeetings, writeMeetsAgain } from './db/meetings.ts'
import { planReminder } from './remind.ts'
import { tellPair } from './tell.ts'

/**
 * Tells two people again when the session or the opening they were to meet at was moved, cancelled or removed: the same
 * message, with the new hour, or with the team's call. Once for each change; the reminder follows.
 */
export async function followMeetings(house: House): Promise<void> {
  const changed = await house.inWork({ kind: 'system', centre: null }, readChangedMeetings)
  for (const { id, centre } of changed)
    await house.inWork({ kind: 'system', centre }, async (work) => {
      if (!(await writeMeetsAgain(work, id))) return
      for (const kind of ['board.introduced-author', 'board.introduced-other'] as const)
        tellPair(work, kind, { centre, introduction: id })
      await planReminder(work, id)
    })
}
