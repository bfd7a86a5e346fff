import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, MemberActor, Routes } from '#platform/http/env.ts'
import { markCallDone } from './call-done.ts'
import { readCentreFigures } from './db/figures.ts'
import { answerDesk, numberOf } from './desk-frame.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { NetworkFigures } from './pages/network-figures.tsx'
import { readDesk } from './read-desk.ts'
import { rollRoutes } from './roll-routes.tsx'
import { words } from './words.ts'

export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.use(
    '/desk',
    withMember(house),
    requireMember('receptionist', 'facilitator', 'coordinator', 'network-manager'),
  )
  app.use('/desk/sessions/*', withMember(house), requireMember('receptionist', 'facilitator', 'coordinator'))
  app.use('/desk/call-backs/*', withMember(house), requireMember('receptionist', 'coordinator'))

  app.get('/desk', async (c) => {
    const member = c.var.member as MemberActor
    const lang = c.var.lang
    const { centre } = member
    if (centre === null) {
      const now = house.now()
      const window = { from: now, to: now.add({ hours: 24 * 7 }), since: now.subtract({ hours: 24 * 28 }) }
      const centres = await house.inWork(member, (work) => readCentreFigures(work, window))
      return answerDesk(
        c,
        house,
        member,
        { title: words(lang)('figuresTitle') },
        <NetworkFigures lang={lang} centres={centres} />,
      )
    }
    const desk = await house.inWork(member, (work) => readDesk(work, { ...member, centre }))
    const zone = desk.days[0]?.date.timeZoneId ?? 'Europe/Paris'
    const calls = desk.calls.map((call) => ({
      id: call.id,
      name: call.name,
      near: call.near,
      phone:
        openContact(house.seal, { phone_sealed: call.phone_sealed, email_sealed: null })?.canonical ?? '',
      askedAt: call.created_at.toZonedDateTimeISO(zone),
    }))
    const called = member.role === 'facilitator' ? undefined : calls
    return answerDesk(
      c,
      house,
      member,
      { title: words(lang)('desk') },
      <DeskPage lang={lang} now={house.now()} desk={desk} calls={called} />,
    )
  })

  app.post('/desk/call-backs/:id/done', async (c) => {
    const result = await house.inWork(c.var.member as MemberActor, (work) =>
      markCallDone(work, { id: numberOf(c.req.param('id')) }),
    )
    return result.ok ? c.redirect('/desk#calls', 303) : c.notFound()
  })

  app.route('/', rollRoutes(house))
  return app
}
