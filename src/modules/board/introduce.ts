import { record } from '#modules/access/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { mayMeet } from './check-moment.ts'
import { insertIntroduction, readIntroduction, writeIntroduction } from './db/introductions.ts'
import { moveNotice } from './db/notice-steps.ts'
import { type Notice, readNotice } from './db/notices.ts'
import { fitOf, type Wish } from './domain/fit.ts'
import type { MomentChoice } from './domain/moment.ts'
import { planReminder } from './remind.ts'
import { tellPair } from './tell.ts'

type Schemas = 'board' | 'network' | 'access' | 'fablab' | 'programme'
type Answer<R extends string> = Promise<Result<null, { refusal: R }>>

/** Somebody answered a notice, and a member puts the two in touch: both are told when and where, by first name. */
export async function introduce(
  work: Work<Schemas>,
  { introduction: id, moment, member }: { introduction: number; moment: MomentChoice; member: MemberActor },
): Answer<'introduction-unknown' | 'moment-unknown' | 'decided-already'> {
  const found = await readIntroduction(work, id)
  if (!found) return refuse({ refusal: 'introduction-unknown' })
  const notice = await readNotice(work, { id: found.notice, centre: found.centre })
  if (notice?.status !== 'published') return refuse({ refusal: 'decided-already' })
  if (!(await mayMeet(work, found.centre, moment))) return refuse({ refusal: 'moment-unknown' })
  if (!(await writeIntroduction(work, id, { status: 'introduced', moment, member: member.member })))
    return refuse({ refusal: 'decided-already' })
  await met(work, notice, id)
  return done(null)
}

/** The rules found an offer for an ask, and a member agrees. */
export async function introduceMatch(
  work: Work<Schemas>,
  pair: { ask: number; offer: number; moment: MomentChoice; member: MemberActor },
): Answer<'notice-unknown' | 'do-not-fit' | 'moment-unknown' | 'decided-already'> {
  const { centre } = pair.member
  if (centre === null) return refuse({ refusal: 'notice-unknown' })
  const ask = await readNotice(work, { id: pair.ask, centre, side: 'ask', status: ['published'] })
  const offer = await readNotice(work, { id: pair.offer, centre, side: 'offer', status: ['published'] })
  if (!ask || !offer) return refuse({ refusal: 'notice-unknown' })
  // The distance is left to the member: somebody may have said she drives.
  if (!fitOf(wishOf(ask), wishOf(offer), { km: null, helping: 0 })) return refuse({ refusal: 'do-not-fit' })
  if (!(await mayMeet(work, centre, pair.moment))) return refuse({ refusal: 'moment-unknown' })
  const id = await insertIntroduction(work, {
    centre,
    notice: ask.id,
    other: offer.neighbour,
    offer: offer.id,
    moment: pair.moment,
    member: pair.member.member,
  })
  if (id === null) return refuse({ refusal: 'decided-already' })
  await met(work, ask, id)
  return done(null)
}

/** An answer a member does not follow; nobody is told: nobody was promised anything. */
export async function refuseIntroduction(
  work: Work<Schemas>,
  { introduction: id, member }: { introduction: number; member: MemberActor },
): Answer<'introduction-unknown' | 'decided-already'> {
  const found = await readIntroduction(work, id)
  if (!found) return refuse({ refusal: 'introduction-unknown' })
  const word = { status: 'refused', moment: { kind: 'call' }, member: member.member } as const
  if (!(await writeIntroduction(work, id, word))) return refuse({ refusal: 'decided-already' })
  await record(work, 'board.not-introduced', `introduction:${id}`)
  return done(null)
}

/** What the rules look at in a notice. */
export const wishOf = (notice: Notice): Wish => notice

/** One helper is enough for an ask, which leaves the board; an offer stays up for others. */
async function met(work: Work<Schemas>, notice: Notice, introduction: number): Promise<void> {
  if (notice.side === 'ask') await moveNotice(work, notice.id, { from: ['published'], to: 'met' })
  await record(work, 'board.introduced', `introduction:${introduction}`)
  for (const kind of ['board.introduced-author', 'board.introduced-other'] as const)
    tellPair(work, kind, { centre: notice.centre.id, introduction })
  await planReminder(work, introduction)
}
