import type { Work } from '#platform/work/index.ts'
import { readyMade } from './catalogue/index.ts'
import { writeReadyMade } from './db/activity-ready.ts'
import { type ReadyMade, textsOf } from './domain/activity.ts'

/**
 * Brings the ready-made catalogue into the network, or up to date: what the network manager has rewritten is hers and
 * stays. Doing it again changes nothing. The actor is the system.
 */
export async function loadActivities(
  work: Work<'programme'>,
): Promise<{ added: number; followed: number; kept: number }> {
  const { added, followed } = await writeReadyMade(
    work,
    readyMade.map((activity: ReadyMade) => ({
      ...activity,
      needs: [...activity.needs],
      skills: [...activity.skills],
      languages: [...activity.languages],
      hostSkills: [...activity.hostSkills],
      equipment: [...activity.equipment],
      texts: textsOf(activity),
    })),
  )
  return { added, followed, kept: readyMade.length - added - followed }
}
