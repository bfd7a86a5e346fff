import { Hono } from 'hono'
import { requireMember, SignedInAs, teamNav, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, MemberActor, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { Phone } from './pages/phone.tsx'
import { readPhone } from './read-phone.ts'
import { words } from './words.ts'

/** The page of messages, for those who answer « did you write to me ? ». */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.get('/desk/messages', withMember(house), requireMember('receptionist', 'coordinator'), async (c) => {
    const { lang } = c.var
    const member = c.var.member as MemberActor
    // Receptionists and coordinators have a centre: the members' table says so.
    const centre = member.centre as number
    const typed = c.req.query('before') ?? ''
    const before = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null
    const screen = await house.inWork(member, (work) =>
      readPhone(work, house.seal, { centre, open: house.demo, before }),
    )
    const page = {
      title: words(lang)('title'),
      staff: true,
      width: 'narrow',
      nav: teamNav(lang, c.req.path, c.var.member?.role),
    } as const
    return answerPage(
      c,
      house,
      page,
      <>
        <Phone lang={lang} demo={house.demo} {...screen} isLatest={before === null} />
        <SignedInAs lang={lang} name={member.name} />
      </>,
    )
  })
  return app
}
