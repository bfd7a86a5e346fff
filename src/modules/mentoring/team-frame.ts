import type { Context } from 'hono'
import { record } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import type { Result, Work } from '#platform/work/index.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

/** The team’s first page of mentoring; all the others lie below it. */
export const home = '/ventures/mentoring'

export const memberOf = (c: Ctx) => c.var.member as MemberActor
export const centreOf = (c: Ctx) => memberOf(c).centre as number
export const decides = (c: Ctx) => memberOf(c).role === 'coordinator'

/** A number of the address; 0, which is nobody’s, when it is not one. */
export const idOf = (c: Context, name = 'id') => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

export const frame = (c: Ctx, refused: Refusal | null) => ({
  title: words(c.var.lang)('team'),
  under: '/ventures',
  ...(refused && { status: answerTo(refused).status }),
})

/** Does one thing and writes in the trail that it was done; shows the page it was asked from when refused. */
export const actor =
  (house: House) =>
  async (
    c: Ctx,
    what: string,
    about: string,
    useCase: (work: Work) => Promise<Result<unknown, { refusal: Refusal }>>,
    { to, back }: { to: string; back: (c: Ctx, refused: Refusal) => Response | Promise<Response> },
  ): Promise<Response> => {
    const result = await house.inWork(memberOf(c), async (work) => {
      const made = await useCase(work)
      if (made.ok) await record(work, what, about)
      return made
    })
    return result.ok ? c.redirect(to, 303) : back(c, result.refusal)
  }
