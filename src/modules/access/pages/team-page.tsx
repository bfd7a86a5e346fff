import type { ComponentChildren } from 'preact'
import type { House } from '#platform/house.ts'
import type { Ctx, MemberActor } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { SignedInAs, teamNav } from './team-nav.tsx'

type TeamPage = {
  readonly title: string
  readonly status?: number
  /** A form came back with something to mend. */
  readonly errors?: boolean
  /** More `<link>`s and `<meta>`s. */
  readonly head?: ComponentChildren
  /** The place of the navigation this page belongs to, when it is not its own address. */
  readonly under?: string
}

/** Answers with a page of the team: its places above, who is signed in below. */
export const answerTeam = (
  c: Ctx,
  house: House,
  member: MemberActor,
  { under, ...page }: TeamPage,
  body: ComponentChildren,
) =>
  answerPage(
    c,
    house,
    { ...page, staff: true, width: 'broad', nav: teamNav(c.var.lang, under ?? c.req.path, member.role) },
    <>
      {body}
      <SignedInAs lang={c.var.lang} name={member.name} />
    </>,
  )
