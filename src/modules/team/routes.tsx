import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { openContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { decline, welcome } from './answer-application.ts'
import { readNewApplications } from './db/applications.ts'
import { readNext } from './db/members.ts'
import { readZone } from './db/team.ts'
import { sentences } from './domain/sentences.ts'
import { hoursRoutes } from './hours-routes.tsx'
import { TeamList } from './pages/team-list.tsx'
import { profileRoutes } from './profile-routes.tsx'
import { readTeam } from './read-team.ts'
import { answerTo, type Refusal } from './refusals.ts'
import { volunteerRoutes } from './volunteer-routes.tsx'
import { words } from './words.ts'

const welcomeForm = z.object({ sentence: z.enum(sentences.welcomed) })
const declineForm = z.object({ sentence: z.enum(sentences.declined) })

/** Offering to host; the team of a centre, what each can show and when, and the hours they gave. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.route('/', volunteerRoutes(house))
  app.use(
    '/team/me/*',
    withMember(house),
    requireMember('receptionist', 'facilitator', 'coordinator', 'partner'),
  )
  const coordinators = [withMember(house), requireMember('coordinator')] as const
  for (const path of ['/team', '/team/hours.csv', '/team/applications/*', '/team/:id{[0-9]+}'])
    app.use(path, ...coordinators)
  app.use('/team/:id{[0-9]+}/*', ...coordinators)
  app.use('/team/hours', withMember(house), requireMember('coordinator', 'network-manager'))

  const show = async (c: Ctx, refused: Refusal | null = null) => {
    const member = c.var.member as MemberActor
    const centre = member.centre as number
    const { lang } = c.var
    const t = words(lang)
    const read = await house.inWork(member, async (work) => ({
      timeZone: await readZone(work, centre),
      team: await readTeam(work, centre, work.now, work.now),
      next: await readNext(work, centre),
      applications: await readNewApplications(work),
    }))
    const applications = read.applications.map((application) => ({
      ...application,
      contact: openContact(house.seal, application)?.canonical ?? '',
      appliedOn: application.createdAt.toZonedDateTimeISO(read.timeZone),
    }))
    const done = c.req.query('said')
    const who = read.team.find(({ member: id }) => String(id) === c.req.query('member'))?.name
    const said =
      done === 'welcomed' && who
        ? t('welcomed', { name: who })
        : done === 'declined' || done === 'departed'
          ? t(done)
          : null
    return answerTeam(
      c,
      house,
      member,
      {
        title: t('team'),
        under: '/team',
        ...(refused && { errors: true, status: answerTo(refused).status }),
      },
      <TeamList
        lang={lang}
        team={read.team}
        next={read.next}
        applications={applications}
        said={said}
        refused={refused && t(answerTo(refused).word)}
      />,
    )
  }
  app.get('/team', (c) => show(c))

  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  app.post('/team/applications/:id/welcome', async (c) => {
    const form = await readForm(c, welcomeForm)
    if (!form.ok) return show(c, 'sentence-missing')
    const result = await house.inWork(c.var.member as MemberActor, (work) =>
      welcome(work, { application: idOf(c), sentence: form.value.sentence }),
    )
    return result.ok
      ? c.redirect(`/team?said=welcomed&member=${result.value.member}`, 303)
      : show(c, result.refusal)
  })
  app.post('/team/applications/:id/refusal', async (c) => {
    const form = await readForm(c, declineForm)
    if (!form.ok) return show(c, 'sentence-missing')
    const result = await house.inWork(c.var.member as MemberActor, (work) =>
      decline(work, { application: idOf(c), sentence: form.value.sentence }),
    )
    return result.ok ? c.redirect('/team?said=declined', 303) : show(c, result.refusal)
  })

  app.route('/', hoursRoutes(house))
  app.route('/', profileRoutes(house))
  return app
}
