import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { centreOf } from './activity-create.ts'
import { readActivity, updateActivity } from './db/activity.ts'
import { type ActivityContent, type ActivityStatus, mayChange } from './domain/activity.ts'

export type ChangeRefusal =
  | { refusal: 'activity-unknown' }
  /** Of the network, asked by a centre: it makes its own copy. */
  | { refusal: 'activity-not-yours' }
  /** Somebody saved it since this page was opened. */
  | { refusal: 'changed-meanwhile' }

/**
 * Rewrites an activity, or takes it in and out of what can be planned. Sessions already planned keep their times and
 * seats, and show its new words.
 */
export async function changeActivity(
  work: Work<'programme' | 'access'>,
  command: { id: number; revision: number; content?: ActivityContent; status?: ActivityStatus },
): Promise<Result<number, ChangeRefusal>> {
  const centre = centreOf(work)
  const activity = await readActivity(work, centre, command.id)
  if (!activity) return refuse({ refusal: 'activity-unknown' })
  const role = centre === null ? 'network-manager' : 'coordinator'
  if (!mayChange({ role, centre }, activity)) return refuse({ refusal: 'activity-not-yours' })
  const { content, status } = command
  const isWritten = await updateActivity(work, activity.id, command.revision, {
    ...(content && { content }),
    ...(status && { status }),
  })
  if (!isWritten) return refuse({ refusal: 'changed-meanwhile' })
  await record(work, `activity.${status === 'retired' ? 'retired' : 'changed'}`, `activity:${activity.id}`)
  return done(activity.id)
}
