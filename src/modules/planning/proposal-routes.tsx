import { type Context, Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readProposals } from './db/proposal.ts'
import {
  readPartnerHome,
  readPartnerMinutes,
  readPartnerSessions,
  readProposalChoices,
} from './db/proposal-partner.ts'
import { proposalForm, wishesOf } from './domain/proposal-form.ts'
import { PartnerHomePage } from './pages/proposal-home.tsx'
import { NewProposalPage } from './pages/proposal-new.tsx'
import { answerBack, propose } from './proposal.ts'
import { proposalPlanRoutes } from './proposal-plan-routes.tsx'
import { proposalPublicRoutes } from './proposal-public-routes.tsx'
import { proposalWords } from './proposal-words.ts'

/** Partners: their figures, their proposals, their public; and the coordinator’s answers. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/partner', '/partner/*']) app.use(path, withMember(house), requireMember('partner'))
  app.route('/', proposalPlanRoutes(house))
  app.route('/', proposalPublicRoutes(house))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  app.get('/partner', async (c) => {
    const member = memberOf(c)
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => {
      const home = await readPartnerHome(work)
      const since = work.now.toZonedDateTimeISO('UTC').subtract({ years: 1 }).toInstant()
      return (
        home && {
          home,
          sessions: await readPartnerSessions(work, lang, since),
          minutes: await readPartnerMinutes(work, since),
          proposals: await readProposals(work, lang),
        }
      )
    })
    if (!read) return c.notFound()
    const said = (['proposed', 'agreed', 'withdrawn'] as const).find((word) => word === c.req.query('said'))
    return answerTeam(
      c,
      house,
      member,
      { title: proposalWords(lang)('home'), under: '/partner' },
      <PartnerHomePage {...read} lang={lang} said={said ? proposalWords(lang)(`said.${said}`) : null} />,
    )
  })

  const askAgain = async (c: Ctx, typed: Typed, errors: FieldErrors) => {
    const member = memberOf(c)
    const { lang } = c.var
    const choices = await house.inWork(member, (work) =>
      readProposalChoices(work, member.centre as number, lang),
    )
    return answerTeam(
      c,
      house,
      member,
      {
        title: proposalWords(lang)('proposeTitle'),
        under: '/partner',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      <NewProposalPage lang={lang} choices={choices} typed={typed} errors={errors} />,
    )
  }
  app.get('/partner/proposals', (c) => c.redirect('/partner', 302))
  app.get('/partner/proposals/new', (c) => askAgain(c, {}, {}))

  app.post('/partner/proposals', async (c) => {
    const form = await readForm(c, proposalForm)
    const read = wishesOf(form.typed)
    const wrongWish: FieldErrors = 'field' in read ? { [read.field]: read.word } : {}
    if (!form.ok) return askAgain(c, form.typed, { ...form.errors, ...wrongWish })
    if ('field' in read) return askAgain(c, form.typed, wrongWish)
    const { wishes } = read
    const proposed = await house.inWork(memberOf(c), async (work) => {
      const home = await readPartnerHome(work)
      const timeZone = home?.centre.timeZone ?? 'Europe/Paris'
      return propose(work, {
        ...form.value,
        wishes: wishes.map(({ day, hour }) => day.toZonedDateTime({ timeZone, plainTime: hour }).toInstant()),
      })
    })
    if (proposed.ok) return c.redirect('/partner?said=proposed', 303)
    return askAgain(
      c,
      form.typed,
      proposed.refusal === 'wish-past' ? { day1: 'wish-past' } : { form: proposed.refusal },
    )
  })

  const gesture = (path: string, made: 'agree' | 'withdraw', said: string) =>
    app.post(path, async (c) => {
      const answered = await house.inWork(memberOf(c), (work) =>
        answerBack(work, { proposal: idOf(c), gesture: made }),
      )
      if (answered.ok) return c.redirect(`/partner?said=${said}`, 303)
      return answered.refusal === 'proposal-unknown' ? c.notFound() : c.redirect('/partner', 303)
    })
  gesture('/partner/proposals/:id/agreement', 'agree', 'agreed')
  gesture('/partner/proposals/:id/withdrawal', 'withdraw', 'withdrawn')
  return app
}
