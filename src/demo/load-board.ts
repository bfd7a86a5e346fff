import { type NeighbourSlug, type NoticeFixture, neighbours, notices } from '#fixtures/board.ts'
import type { centres } from '#fixtures/world.ts'
import {
  answerNotice,
  finish,
  introduce,
  noticeForm,
  postNotice,
  publishNotice,
  readMatches,
  readNotices,
} from '#modules/board/index.ts'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { MemberActor } from '#platform/http/env.ts'
import { readerOf } from './reader-of.ts'

type Centre = (typeof centres)[number]

/** What is asked and offered in a centre. A board where something hangs already is left as it is. */
export async function loadBoard(house: House, centre: Centre): Promise<void> {
  const ours: readonly NoticeFixture[] = notices.filter(({ centre: slug }) => slug === centre.slug)
  const member = ours.length > 0 ? await readerOf(house, centre) : null
  if (!member) return
  const number = member.centre as number
  const there = await house.inWork(member, (work) => readNotices(work, { centre: number, limit: 1 }))
  if (there.length > 0) return
  for (const notice of ours) await write(house, member, number, notice)
}

async function write(
  house: House,
  member: MemberActor,
  centre: number,
  notice: NoticeFixture,
): Promise<void> {
  const who = (slug: NeighbourSlug) => {
    const { name, phone, language } = neighbours[slug]
    const contact = parseContact({ phone })
    if (!contact.ok) throw new Error(`the demo’s ${slug} has no phone that reads`)
    return { centre, name, contact: sealContact(house.seal, contact.value), language }
  }
  const { name, phone } = neighbours[notice.by]
  const form = noticeForm.parse({ ...notice, machine: notice.machine ?? null, name, contact: phone })
  const call = { kind: 'call' } as const
  const resident = { kind: 'resident', centre } as const
  await house.inWork(resident, (work) =>
    postNotice(work, house.seal, who(notice.by), { ...form, moment: call }),
  )
  if (notice.waiting) return
  const [posted] = await house.inWork(member, (work) => readNotices(work, { centre, status: ['waiting'] }))
  // Those that wait come last in their centre: whatever waits now was just written.
  if (posted?.sentence !== form.sentence)
    throw new Error(`the demo’s notice « ${form.sentence} » is not there`)
  await house.inWork(member, (work) => publishNotice(work, { notice: posted.id, member }))
  const { answeredBy, introduced, done } = notice
  if (!answeredBy) return
  await house.inWork(resident, (work) =>
    answerNotice(work, house.seal, who(answeredBy), { notice: posted.id, moment: call }),
  )
  if (!introduced) return
  await house.inWork(member, async (work) => {
    const { answers } = await readMatches(work, centre)
    const answer = answers.find((one) => one.notice.id === posted.id)
    if (!answer) throw new Error(`the demo’s answer to « ${form.sentence} » is not there`)
    const { id } = answer.introduction
    await introduce(work, { introduction: id, moment: call, member })
    if (done) await finish(work, { introduction: id, by: null })
  })
}
