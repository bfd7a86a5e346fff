import { record } from '#modules/access/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { endIntroduction, type Introduction, readIntroduction } from './db/introductions.ts'
import { touchNeighbour } from './db/neighbours.ts'
import { moveNotice } from './db/notice-steps.ts'
import { type Notice, readNotice } from './db/notices.ts'
import { tellPair } from './tell.ts'

type Schemas = 'board' | 'network'
type Unknown = Result<null, { refusal: 'notice-unknown' | 'introduction-unknown' }>

/** Its author takes a notice down. */
export async function closeNotice(
  work: Work<Schemas>,
  { notice: id, neighbour }: { notice: number; neighbour: number },
): Promise<Unknown> {
  const notice = await readNotice(work, { id, neighbour })
  if (!notice || !(await moveNotice(work, id, { from: ['waiting', 'published'], to: 'closed' })))
    return refuse({ refusal: 'notice-unknown' })
  await touchNeighbour(work, neighbour)
  return done(null)
}

/** Somebody was helped at the moment she asked for, by whoever was there: her ask is done. */
export async function helped(
  work: Work<Schemas | 'access'>,
  { notice: id, member }: { notice: number; member: MemberActor },
): Promise<Result<null, { refusal: 'notice-unknown' }>> {
  const { centre } = member
  const notice = centre === null ? null : await readNotice(work, { id, centre, side: 'ask' })
  if (!notice || !(await moveNotice(work, id, { from: ['published'], to: 'done' })))
    return refuse({ refusal: 'notice-unknown' })
  await record(work, 'board.helped', `notice:${id}`)
  return done(null)
}

/** It was done, and the other one is thanked. `by` null: a member says so. */
export async function finish(
  work: Work<Schemas>,
  { introduction: id, by }: { introduction: number; by: number | null },
): Promise<Unknown> {
  const pair = await readPair(work, id, by)
  if (!pair || !(await endIntroduction(work, id, { from: ['introduced'], to: 'done' })))
    return refuse({ refusal: 'introduction-unknown' })
  if (pair.notice.side === 'ask') await moveNotice(work, pair.notice.id, { from: ['met'], to: 'done' })
  if (by !== null) await touchNeighbour(work, by)
  const helper = pair.notice.side === 'ask' ? pair.introduction.other : pair.notice.neighbour
  // Thanks go to who helped, unless she is the one who says it is done.
  if (helper !== by)
    tellPair(work, helper === pair.introduction.other ? 'board.thanks-other' : 'board.thanks-author', {
      centre: pair.introduction.centre,
      introduction: id,
    })
  return done(null)
}

/** One of the two stops, at any moment and without a reason: the other is told, and an ask is shown again. */
export async function stop(
  work: Work<Schemas>,
  { introduction: id, by }: { introduction: number; by: number },
): Promise<Unknown> {
  const pair = await readPair(work, id, by)
  if (!pair) return refuse({ refusal: 'introduction-unknown' })
  const wasMet = pair.introduction.status === 'introduced'
  // An answer nobody read yet is taken back by whoever gave it, not by the author.
  const from =
    pair.introduction.other === by ? (['proposed', 'introduced'] as const) : (['introduced'] as const)
  if (!(await endIntroduction(work, id, { from, to: 'stopped' })))
    return refuse({ refusal: 'introduction-unknown' })
  await touchNeighbour(work, by)
  if (wasMet)
    tellPair(work, pair.introduction.other === by ? 'board.stopped-author' : 'board.stopped-other', {
      centre: pair.introduction.centre,
      introduction: id,
    })
  return done(null)
}

/** The introduction and its notice, when whoever asks is one of the two (or a member). */
async function readPair(
  work: Work<Schemas>,
  id: number,
  by: number | null,
): Promise<{ introduction: Introduction; notice: Notice } | null> {
  const introduction = await readIntroduction(work, id)
  const notice =
    introduction && (await readNotice(work, { id: introduction.notice, centre: introduction.centre }))
  if (!introduction || !notice) return null
  return by === null || by === introduction.other || by === notice.neighbour ? { introduction, notice } : null
}
