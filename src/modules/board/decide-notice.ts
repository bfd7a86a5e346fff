import { record } from '#modules/access/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { writeDecision } from './db/notice-steps.ts'
import { readNotice } from './db/notices.ts'
import { deleteReports } from './db/reports.ts'
import type { RefusedFor } from './domain/vocabulary.ts'

type Schemas = 'board' | 'network' | 'access'
type Answer = Promise<Result<null, { refusal: 'notice-unknown' | 'decided-already' }>>

/** A member read a notice and says yes: everybody may read it now, and its author is told. */
export async function publishNotice(
  work: Work<Schemas>,
  { notice: id, member }: { notice: number; member: MemberActor },
): Answer {
  const notice = await readOurs(work, id, member)
  if (!notice) return refuse({ refusal: 'notice-unknown' })
  if (!(await writeDecision(work, id, { from: ['waiting'], refusedFor: null, member: member.member })))
    return refuse({ refusal: 'decided-already' })
  await record(work, 'board.published', `notice:${id}`)
  work.enqueue('messaging.deliver', {
    centre: notice.centre.id,
    kind: 'board.published',
    ref: id,
    version: 1,
  })
  return done(null)
}

/** No, with a ready sentence: before it is published, or after, when it was reported. Its author is told why. */
export async function refuseNotice(
  work: Work<Schemas>,
  { notice: id, sentence, member }: { notice: number; sentence: RefusedFor; member: MemberActor },
): Answer {
  const notice = await readOurs(work, id, member)
  if (!notice) return refuse({ refusal: 'notice-unknown' })
  const written = await writeDecision(work, id, {
    from: ['waiting', 'published'],
    refusedFor: sentence,
    member: member.member,
  })
  if (!written) return refuse({ refusal: 'decided-already' })
  await deleteReports(work, id)
  await record(work, 'board.refused', `notice:${id}`)
  work.enqueue('messaging.deliver', { centre: notice.centre.id, kind: 'board.refused', ref: id, version: 1 })
  return done(null)
}

/** The reports of a notice were read, and it stays up. */
export async function keepNotice(
  work: Work<Schemas>,
  { notice: id, member }: { notice: number; member: MemberActor },
): Promise<Result<null, { refusal: 'notice-unknown' }>> {
  if (!(await readOurs(work, id, member))) return refuse({ refusal: 'notice-unknown' })
  await deleteReports(work, id)
  await record(work, 'board.kept', `notice:${id}`)
  return done(null)
}

/** A published notice is read in every centre: a member decides on those of hers only. */
const readOurs = (work: Work<Schemas>, id: number, { centre }: MemberActor) =>
  centre === null ? null : readNotice(work, { id, centre })
