import type { ComponentChildren } from 'preact'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { LabTabs } from './pages/lab-tabs.tsx'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

/** Who does what in the lab: everybody sees the day, the team of the lab its machines, the coordinator its rules. */
export const labRoles = {
  day: ['receptionist', 'facilitator', 'coordinator'],
  lab: ['facilitator', 'coordinator'],
  rules: ['coordinator'],
} as const satisfies Record<string, readonly MemberRole[]>

/** Who is signed in, with her centre: these pages are for members of one. */
export const memberOf = (c: Ctx) => c.var.member as MemberActor & { centre: number }

/** The number in an address, 0 for what is none. */
export const numberIn = (c: Ctx, name = 'id'): number => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** Answers with a page of the lab, its tabs above. */
export const answerLab = (
  c: Ctx,
  house: House,
  page: { title: string; tab: string; status?: number; errors?: boolean },
  body: ComponentChildren,
) =>
  answerTeam(
    c,
    house,
    memberOf(c),
    {
      title: page.title,
      under: '/fablab',
      ...(page.status && { status: page.status }),
      ...(page.errors && { errors: true }),
    },
    <>
      <LabTabs lang={c.var.lang} role={memberOf(c).role} at={page.tab} />
      {body}
    </>,
  )

/** A refusal of the lab as a page says it. */
export const saidRefusal = (c: Ctx, refusal: Refusal) => {
  const { status, word, field } = answerTo(refusal)
  return { status, field, message: words(c.var.lang)(word) }
}
