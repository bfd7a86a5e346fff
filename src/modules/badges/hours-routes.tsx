import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { readHours } from '#modules/team/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { earnedByHours } from './domain/achievements.ts'
import { issueBadge } from './issue-badge.ts'
import { HoursPage } from './pages/hours.tsx'
import { answerTo, type Refusal } from './refusals.ts'
import { words } from './words.ts'

/** Hours are kept for five years: that is how far a badge of hours can look back. */
const hoursYears = 5

const hoursForm = z.object({ achievement: z.string().max(60).catch('') })

/** A member takes the badge her hours have earned her. */
export function hoursRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.use(
    '/badges/hours',
    withMember(house),
    requireMember('receptionist', 'facilitator', 'coordinator', 'partner'),
  )
  const memberOf = (c: Ctx) => c.var.member as MemberActor

  /** Minutes a member gave, as far back as hours are kept. */
  const minutesOf = async (work: Work<'team' | 'network'>, member: number) => {
    const until = work.now.toZonedDateTimeISO('UTC').toPlainDate()
    const hours = await readHours(work, member, { from: until.subtract({ years: hoursYears }), until })
    return hours.reduce((sum, { minutes }) => sum + minutes, 0)
  }
  const hours = async (c: Ctx, refused: Refusal | null = null) => {
    const member = memberOf(c)
    const minutes = await house.inWork(member, (work) => minutesOf(work, member.member))
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('hours'),
        under: '/team/me',
        ...(refused && { errors: true, status: answerTo(refused).status }),
      },
      <HoursPage lang={c.var.lang} minutes={minutes} refused={refused} />,
    )
  }
  app.get('/badges/hours', (c) => hours(c))
  app.post('/badges/hours', async (c) => {
    const member = memberOf(c)
    const given = await readForm(c, hoursForm)
    const id = given.ok ? given.value.achievement : ''
    const issued = await house.inWork(member, async (work) => {
      const earned = earnedByHours(await minutesOf(work, member.member))
      if (!earned.some((achievement) => achievement.id === id))
        return { ok: false, refusal: 'hours-missing' } as const
      return issueBadge(work, house, { achievement: id, subject: `member:${member.member}` })
    })
    return issued.ok ? c.redirect(`/b/${issued.value.token}`, 303) : hours(c, issued.refusal)
  })
  return app
}
