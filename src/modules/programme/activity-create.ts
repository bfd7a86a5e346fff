import { record } from '#modules/access/index.ts'
import { columnKey } from '#platform/sheet/index.ts'
import type { MemberRole, Work } from '#platform/work/index.ts'
import { insertActivity } from './db/activity.ts'
import type { ActivityContent, ActivityStatus } from './domain/activity.ts'

/** The asker’s centre; null for the network manager, whose activities are everybody’s. Only members write activities. */
export function centreOf({ actor }: Pick<Work, 'actor'>): number | null {
  const roles: readonly MemberRole[] = ['coordinator', 'network-manager']
  if (actor.kind !== 'member' || !roles.includes(actor.role))
    throw new Error('activities are written by coordinators and the network manager')
  return actor.role === 'coordinator' ? actor.centre : null
}

/** The beginning of an activity’s slug, from its French title. */
export const slugBase = ({ texts }: ActivityContent): string =>
  columnKey(texts.fr.title).slice(0, 48).replace(/-$/, '') || 'activite'

/** Adds an activity to the asker’s catalogue; its number. */
export async function createActivity(
  work: Work<'programme' | 'access'>,
  { content, status }: { content: ActivityContent; status: ActivityStatus },
): Promise<number> {
  const id = await insertActivity(work, slugBase(content), { centreId: centreOf(work), status, content })
  await record(work, 'activity.created', `activity:${id}`)
  return id
}
