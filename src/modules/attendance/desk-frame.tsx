import type { ComponentChildren } from 'preact'
import { SignedInAs, teamNav } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'

/** Answers with a page of the team: its places above, who is signed in below. */
export const answerDesk = (
  c: Ctx,
  house: House,
  member: MemberActor,
  page: { title: string; status?: number; errors?: boolean },
  body: ComponentChildren,
) =>
  answerPage(
    c,
    house,
    { ...page, staff: true, width: 'broad', nav: teamNav(c.var.lang, c.req.path, member.role) },
    <>
      {body}
      <SignedInAs lang={c.var.lang} name={member.name} />
    </>,
  )

/** A number of a path, as our tables count them, or 0, which nothing has. */
export const numberOf = (text: string | undefined): number =>
  text && /^\d{1,10}$/.test(text) && Number(text) <= 2_147_483_647 ? Number(text) : 0
