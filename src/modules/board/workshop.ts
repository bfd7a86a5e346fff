import { record } from '#modules/access/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeWorkshopAsked } from './db/notice-steps.ts'

/** Several people could learn from an offer: the coordinator reads it until she has seen it (`wanted` false). */
export async function askForWorkshop(
  work: Work<'board' | 'access'>,
  { notice, member, wanted }: { notice: number; member: MemberActor; wanted: boolean },
): Promise<Result<null, { refusal: 'notice-unknown' }>> {
  if (!(await writeWorkshopAsked(work, { notice, centre: member.centre, wanted })))
    return refuse({ refusal: 'notice-unknown' })
  await record(work, wanted ? 'board.workshop-asked' : 'board.workshop-seen', `notice:${notice}`)
  return done(null)
}
