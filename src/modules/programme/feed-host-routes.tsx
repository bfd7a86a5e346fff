import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import { sessionsCalendar } from './calendar.ts'
import { readAgenda } from './db/feed.ts'
import { readHostFeed, readHostOfFeed } from './db/feed-host.ts'
import { closeHostFeed, renewHostFeed } from './feed-host.ts'
import { words } from './feed-words.ts'
import { HostFeed } from './pages/feeds-host.tsx'

/** A host's own agenda by its secret link, and the page where she makes, changes and closes it. */
export function hostFeedRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { publicUrl } = house.settings
  const page = '/team/me/agenda'
  for (const path of [page, `${page}/*`])
    app.use(path, withMember(house), requireMember('receptionist', 'facilitator', 'coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  app.get('/feeds/hosts/:file{[A-Za-z0-9_-]{22}\\.ics}', async (c) => {
    const hash = hashOf(c.req.param('file').slice(0, -'.ics'.length))
    const read = await house.inWork({ kind: 'visitor' }, async (work) => {
      const host = await readHostOfFeed(work, hash)
      return host && { host, listed: await readAgenda(work, { host: host.member }) }
    })
    if (!read) return c.notFound()
    const name = words(c.var.lang)('hostName', { name: read.host.name })
    return c.body(sessionsCalendar(name, read.listed, c.var.lang, publicUrl), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="agenda.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
      vary: 'accept-language',
    })
  })

  app.get(page, async (c) => {
    const member = memberOf(c)
    const sealed = await house.inWork(member, (work) => readHostFeed(work, member.member))
    const said = ({ made: 'hostMade', closed: 'hostClosed' } as const)[c.req.query('said') ?? ''] ?? null
    return answerTeam(
      c,
      house,
      member,
      { title: words(c.var.lang)('hostTitle'), under: '/team/me' },
      <HostFeed
        lang={c.var.lang}
        address={sealed && `${publicUrl}/feeds/hosts/${house.seal.open(sealed)}.ics`}
        said={said}
      />,
    )
  })
  app.post(page, async (c) => {
    const made = await house.inWork(memberOf(c), (work) => renewHostFeed(work, house.seal))
    return made.ok ? c.redirect(`${page}?said=made`, 303) : c.notFound()
  })
  app.post(`${page}/closing`, async (c) => {
    const closed = await house.inWork(memberOf(c), closeHostFeed)
    return closed.ok ? c.redirect(`${page}?said=closed`, 303) : c.notFound()
  })
  return app
}
