import { type Context, Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm } from '#platform/http/form.ts'
import { readProposals } from './db/proposal.ts'
import { readProposalChoices } from './db/proposal-partner.ts'
import { readCentreZone } from './db/stop.ts'
import { acceptForm, declineForm, otherDateForm } from './domain/proposal-form.ts'
import { ProposalListPage } from './pages/proposal-list.tsx'
import { type AcceptRefusal, acceptProposal, askOtherDate, declineProposal } from './proposal-answer.ts'
import { type ProposalWord, proposalWords } from './proposal-words.ts'

/** The coordinator’s side of proposals: reading them, accepting, asking another date, declining. */
export function proposalPlanRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/proposals', '/plan/proposals/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  const show = async (c: Ctx, about: number | null = null, errors: FieldErrors = {}, status = 422) => {
    const member = memberOf(c)
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => ({
      proposals: await readProposals(work, lang),
      places: (await readProposalChoices(work, member.centre as number, lang)).places,
    }))
    const said = (['accepted', 'asked', 'declined'] as const).find((word) => word === c.req.query('said'))
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      { title: proposalWords(lang)('title'), under: '/team', ...(failed && { errors: true, status }) },
      <ProposalListPage
        {...read}
        lang={lang}
        said={said ? proposalWords(lang)(`said.${said}`) : null}
        about={about}
        errors={errors}
      />,
    )
  }
  const refused = (c: Ctx, refusal: AcceptRefusal['refusal']) =>
    refusal === 'proposal-unknown'
      ? c.notFound()
      : show(c, idOf(c), { form: refusal satisfies ProposalWord }, 409)

  app.get('/plan/proposals', (c) => show(c))

  app.post('/plan/proposals/:id/acceptance', async (c) => {
    const form = await readForm(c, acceptForm)
    if (!form.ok) return show(c, idOf(c), form.errors)
    const accepted = await house.inWork(memberOf(c), (work) =>
      acceptProposal(work, { ...form.value, proposal: idOf(c) }),
    )
    return accepted.ok ? c.redirect('/plan/proposals?said=accepted', 303) : refused(c, accepted.refusal)
  })

  app.post('/plan/proposals/:id/other-date', async (c) => {
    const form = await readForm(c, otherDateForm)
    if (!form.ok) return show(c, idOf(c), form.errors)
    const { day, hour } = form.value
    const asked = await house.inWork(memberOf(c), async (work) => {
      const timeZone = await readCentreZone(work, memberOf(c).centre as number)
      return askOtherDate(work, {
        proposal: idOf(c),
        at: day.toZonedDateTime({ timeZone, plainTime: hour }).toInstant(),
      })
    })
    return asked.ok ? c.redirect('/plan/proposals?said=asked', 303) : refused(c, asked.refusal)
  })

  app.post('/plan/proposals/:id/refusal', async (c) => {
    const form = await readForm(c, declineForm)
    if (!form.ok) return show(c, idOf(c), form.errors)
    const declined = await house.inWork(memberOf(c), (work) =>
      declineProposal(work, { proposal: idOf(c), sentence: form.value.sentence }),
    )
    return declined.ok ? c.redirect('/plan/proposals?said=declined', 303) : refused(c, declined.refusal)
  })
  return app
}
