import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readCandidates } from './call-candidates.ts'
import { chooseHost } from './call-choose.ts'
import { callHosts } from './call-hosts.ts'
import { answerToPlan } from './call-refusals.ts'
import { type CallWord, callWords } from './call-words.ts'
import { readNeed, readNeeds } from './db/call-needs.ts'
import { countAsked, readCallsOf, readHostsAndCalls } from './db/calls.ts'
import { stillToAsk } from './domain/call-plan.ts'
import { CallHostsPage } from './pages/call-hosts-page.tsx'
import { CallNeeds, horizons } from './pages/call-needs.tsx'

const chooseForm = z.object({
  member: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

/** The coordinator's side of calls: which sessions lack a host, whom we asked, asking now, choosing by hand. */
export function callPlanRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/calls', '/plan/sessions/:id/calls', '/plan/sessions/:id/calls/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const daysOf = (typed: unknown) => horizons.find((days) => String(days) === typed) ?? 14
  /** « ?said=asked.3 »: what was just done. */
  const saidOf = (c: Ctx): string | null => {
    const [, word, count] = /^(asked|chosen|allAsked)\.(\d{1,4})$/.exec(c.req.query('said') ?? '') ?? []
    return word ? callWords(c.var.lang)(`said.${word}` as CallWord, { count: Number(count) }) : null
  }

  app.get('/plan/calls', async (c) => {
    const member = memberOf(c)
    const days = daysOf(c.req.query('days'))
    const needs = await house.inWork(member, async (work) => {
      const open = await readNeeds(work, member.centre as number, work.now.add({ hours: 24 * days }))
      const asked = await countAsked(
        work,
        open.map(({ session }) => session),
      )
      return open.map((need) => ({ ...need, asked: asked.get(need.session) ?? 0 }))
    })
    return answerTeam(
      c,
      house,
      member,
      { title: callWords(c.var.lang)('needsTitle'), under: '/team' },
      <CallNeeds lang={c.var.lang} days={days} needs={needs} said={saidOf(c)} />,
    )
  })
  app.post('/plan/calls', async (c) => {
    const member = memberOf(c)
    const form = await readForm(c, z.object({ days: z.unknown() }))
    const days = daysOf(form.typed.days)
    const open = await house.inWork(member, (work) =>
      readNeeds(work, member.centre as number, work.now.add({ hours: 24 * days })),
    )
    let count = 0
    for (const { session } of open) {
      const result = await house.inWork(member, (work) =>
        callHosts(work, house.seal, { session, after: null }),
      )
      if (result.ok) count += result.value.asked
    }
    return c.redirect(`/plan/calls?days=${days}&said=allAsked.${count}`, 303)
  })

  const show = async (c: Ctx, refused: { word: CallWord; status: number } | null = null) => {
    const member = memberOf(c)
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => {
      const need = await readNeed(work, idOf(c))
      if (!need) return null
      const calls = await readCallsOf(work, need.session)
      const candidates = need.hosts > 0 ? await readCandidates(work, need) : []
      const { hosts } = await readHostsAndCalls(work, need.session)
      return { need, calls, candidates, hosting: new Set(hosts.map(({ member: id }) => id)) }
    })
    if (!read) return c.notFound()
    const { need, calls, candidates, hosting } = read
    const order = (fit: (typeof candidates)[number]['fit']) =>
      fit.fits ? fit.rank : Number.POSITIVE_INFINITY
    return answerTeam(
      c,
      house,
      member,
      {
        title: callWords(lang)('callsTitle'),
        under: '/plan',
        ...(refused && { errors: true, status: refused.status }),
      },
      <CallHostsPage
        lang={lang}
        need={need}
        calls={calls.map((call) => ({
          ...call,
          at: call.askedAt.toZonedDateTimeISO(need.start.timeZoneId),
        }))}
        candidates={candidates
          .filter(({ member: id }) => !hosting.has(id))
          .sort((a, b) => order(a.fit) - order(b.fit) || a.name.localeCompare(b.name, lang))}
        askable={stillToAsk(candidates, calls).length}
        said={saidOf(c)}
        refused={refused?.word ?? null}
      />,
    )
  }
  app.get('/plan/sessions/:id/calls', (c) => show(c))
  app.get('/plan/sessions/:id/calls/choices', (c) => c.redirect(`/plan/sessions/${idOf(c)}/calls`, 302))

  app.post('/plan/sessions/:id/calls', async (c) => {
    const session = idOf(c)
    const result = await house.inWork(memberOf(c), (work) =>
      callHosts(work, house.seal, { session, after: null }),
    )
    if (result.ok) return c.redirect(`/plan/sessions/${session}/calls?said=asked.${result.value.asked}`, 303)
    return result.refusal === 'session-unknown' ? c.notFound() : show(c, answerToPlan[result.refusal])
  })

  app.post('/plan/sessions/:id/calls/choices', async (c) => {
    const form = await readForm(c, chooseForm)
    if (!form.ok) return show(c, answerToPlan['member-unknown'])
    const session = idOf(c)
    const result = await house.inWork(memberOf(c), (work) =>
      chooseHost(work, house.seal, { session, member: form.value.member }),
    )
    if (result.ok) return c.redirect(`/plan/sessions/${session}/calls?said=chosen.1`, 303)
    return result.refusal === 'session-unknown' ? c.notFound() : show(c, answerToPlan[result.refusal])
  })
  return app
}
