import { record } from '#modules/access/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { centreOf, slugBase } from './activity-create.ts'
import { insertActivity, readActivity } from './db/activity.ts'

/** Makes a draft of the asker’s own from any activity she sees, to be adapted; its number. */
export async function copyActivity(
  work: Work<'programme' | 'access'>,
  id: number,
): Promise<Result<number, { refusal: 'activity-unknown' }>> {
  const centre = centreOf(work)
  const original = await readActivity(work, centre, id)
  if (!original) return refuse({ refusal: 'activity-unknown' })
  const copy = await insertActivity(work, slugBase(original), {
    centreId: centre,
    status: 'draft',
    copiedFrom: original.id,
    content: original,
  })
  await record(work, 'activity.copied', `activity:${copy}`)
  return done(copy)
}
