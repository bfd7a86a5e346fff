import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, Routes } from '#platform/http/env.ts'
import { readFigures } from './db/around.ts'
import { matchRoutes } from './match-routes.tsx'
import { moderationRoutes } from './moderation-routes.tsx'
import { FiguresPage } from './pages/figures.tsx'
import { frame, memberOf } from './team-frame.ts'

/** The team reads what is written, puts people in touch, and counts. */
export function teamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const team = [withMember(house), requireMember('facilitator', 'coordinator')] as const
  for (const path of ['/board/moderation', '/board/moderation/*', '/board/matches', '/board/matches/*'])
    app.use(path, ...team)
  app.use('/board/figures', withMember(house), requireMember('facilitator', 'coordinator', 'network-manager'))
  app.route('/', moderationRoutes(house))
  app.route('/', matchRoutes(house))
  app.get('/board/figures', async (c) => {
    const member = memberOf(c)
    const figures = await house.inWork(member, readFigures)
    return answerTeam(
      c,
      house,
      member,
      frame(c, 'figures'),
      <FiguresPage lang={c.var.lang} figures={figures} ofTheNetwork={member.role === 'network-manager'} />,
    )
  })
  return app
}
