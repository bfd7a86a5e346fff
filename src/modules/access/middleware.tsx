import type { MiddlewareHandler } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env } from '#platform/http/env.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { readTokenHash } from './cookie.ts'
import { Forbidden } from './pages/forbidden.tsx'
import { whoIsSignedIn } from './who-is-signed-in.ts'
import { words } from './words.ts'

/** The house of a request under way, for the page that says no. */
const houses = new WeakMap<object, House>()

/** For the pages of the team: says who is signed in (`c.var.member`), and that she was seen. Public pages do without. */
export const withMember =
  (house: House): MiddlewareHandler<Env> =>
  async (c, next) => {
    houses.set(c, house)
    c.header('cache-control', 'no-store')
    const hash = readTokenHash(c, house)
    c.set('member', hash ? await house.inWork({ kind: 'gate' }, (work) => whoIsSignedIn(work, hash)) : null)
    return next()
  }

/** Lets members of these roles pass, any member when none is named. After {@link withMember}. Others sign in first, or are told. */
export const requireMember =
  (...roles: MemberRole[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { member } = c.var
    if (!member) return c.redirect(`/sign-in?to=${encodeURIComponent(wanted(c))}`, 303)
    if (roles.length === 0 || roles.includes(member.role)) return next()
    const house = houses.get(c)
    if (!house) throw new Error('requireMember was used without withMember before it')
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('forbidden'), staff: true, width: 'narrow', status: 403 },
      <Forbidden lang={c.var.lang} />,
    )
  }

/** The page to come back to: this one, or the one whose form was posted. */
function wanted(c: Ctx): string {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET') return `${pathname}${search}`
  const from = c.req.header('referer') ?? ''
  return URL.canParse(from) ? new URL(from).pathname : '/desk'
}
