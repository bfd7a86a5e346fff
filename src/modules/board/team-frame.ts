import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import type { Work } from '#platform/work/index.ts'
import type { Neighbour } from './db/neighbours.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { type Word, words } from './words.ts'

const saidWords = ['published', 'refused', 'kept', 'introduced', 'ended'] as const
type Said = (typeof saidWords)[number]
type Acted = { ok: true } | { ok: false; refusal: Refusal }

export const memberOf = (c: Ctx) => c.var.member as MemberActor
export const saidOf = (c: Ctx) => saidWords.find((word) => word === c.req.query('said')) ?? null

/** Somebody’s first name and contact, for a member who calls; nothing of whoever was erased meanwhile. */
export const whoOf = (house: House, neighbours: ReadonlyMap<number, Neighbour>) => (id: number) => {
  const neighbour = neighbours.get(id)
  return {
    name: neighbour?.name ?? '',
    contact: neighbour ? (openContact(house.seal, neighbour)?.canonical ?? '') : '',
  }
}

export const frame = (c: Ctx, word: Word, refused: Refusal | null = null) => ({
  title: words(c.var.lang)(word),
  under: '/board/moderation',
  ...(refused && { errors: true, status: answerTo(refused).status }),
})

/** Acts as the member, then shows the page again with what was said, or with what stood in the way. */
export const actor =
  (house: House, shown: string, show: (c: Ctx, refused: Refusal) => Promise<Response>) =>
  async (
    c: Ctx,
    said: Said,
    gesture: (work: Work, member: MemberActor) => Promise<Acted>,
  ): Promise<Response> => {
    const member = memberOf(c)
    const acted = await house.inWork(member, (work) => gesture(work, member))
    if (acted.ok) return c.redirect(`${shown}?said=${said}`, 303)
    return answerTo(acted.refusal).status === 404 ? c.notFound() : show(c, acted.refusal)
  }
