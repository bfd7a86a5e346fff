import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { readSession } from '#modules/programme/index.ts'
import { readHours } from '#modules/team/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { answerCall } from './call-answer.ts'
import { readBriefing } from './call-briefing.ts'
import { callPlanRoutes } from './call-plan-routes.tsx'
import { answerToCall } from './call-refusals.ts'
import { holderOf, newCallToken } from './call-token.ts'
import { withdrawHost } from './call-withdraw.ts'
import { type CallWord, callWords } from './call-words.ts'
import { isHost, type OpenNeed, readHostedAhead, readNeed } from './db/call-needs.ts'
import { readCall, readCallOf, readOpenCalls } from './db/calls.ts'
import { answers } from './domain/call-plan.ts'
import { CallMine } from './pages/call-mine.tsx'
import { CallLinkUnknown, CallPage } from './pages/call-page.tsx'

const answerForm = z.object({ answer: z.enum(answers) })

/** Who answers: whoever holds the link, or is signed in; for which session, and where her page is. */
interface Answering {
  actor: MemberActor
  session: number
  base: string
  signedIn: boolean
}

/** Being asked to host, from the message or signed in; what a member hosts; and the coordinator's side of it. */
export function callRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const members = [
    withMember(house),
    requireMember('receptionist', 'facilitator', 'coordinator', 'partner'),
  ] as const
  app.use('/team/me', ...members)
  app.use('/team/me/sessions/*', ...members)
  app.route('/', callPlanRoutes(house))

  /** Null for a link nobody holds. */
  const fromLink = async (c: Context): Promise<Answering | null> => {
    const token = c.req.param('token') ?? ''
    const holder = await holderOf(house, token)
    const call = holder && (await house.inWork(holder.actor, (work) => readCall(work, holder.call)))
    return holder && call
      ? { actor: holder.actor, session: call.session, base: `/calls/${token}`, signedIn: false }
      : null
  }
  const signedIn = (c: Ctx): Answering => {
    const session = Number(c.req.param('id'))
    return {
      actor: c.var.member as MemberActor,
      session,
      base: `/team/me/sessions/${session}`,
      signedIn: true,
    }
  }
  const linkUnknown = (c: Ctx) =>
    answerPage(
      c,
      house,
      { title: callWords(c.var.lang)('linkUnknown'), width: 'narrow', status: 404 },
      <CallLinkUnknown lang={c.var.lang} />,
    )

  const show = async (
    c: Ctx,
    who: Answering | null,
    refused: { word: CallWord; status: number } | null = null,
  ) => {
    if (!who) return linkUnknown(c)
    const { actor, base } = who
    const { lang } = c.var
    const read = await house.inWork(actor, async (work) => {
      const session = await readSession(work, who.session)
      const call = await readCallOf(work, who.session, actor.member)
      const hosts = await isHost(work, who.session, actor.member)
      if (!session || (!call && !hosts)) return null
      const briefing = hosts ? await readBriefing(work, session, actor.member, lang) : null
      return { session, briefing, status: call?.status ?? ('yes' as const), reasons: call?.reasons ?? [] }
    })
    if (!read) return who.signedIn ? c.notFound() : linkUnknown(c)
    c.header('cache-control', 'no-store')
    const said = refused && { errors: true, status: refused.status }
    const page = (
      <CallPage
        {...read}
        lang={lang}
        name={actor.name}
        now={house.now()}
        base={base}
        refused={refused?.word ?? null}
      />
    )
    const title = callWords(lang)('call')
    return who.signedIn
      ? answerTeam(c, house, actor, { title, under: '/team/me', ...said }, page)
      : answerPage(c, house, { title, theme: read.session.activity.theme, width: 'narrow', ...said }, page)
  }

  const answer = async (c: Ctx, who: Answering | null) => {
    if (!who) return linkUnknown(c)
    const form = await readForm(c, answerForm)
    if (!form.ok) return show(c, who, { word: 'why', status: 422 })
    const result = await house.inWork(who.actor, async (work) => {
      const call = await readCallOf(work, who.session, who.actor.member)
      return answerCall(work, { call: call?.id ?? 0, answer: form.value.answer })
    })
    return result.ok ? c.redirect(who.base, 303) : show(c, who, answerToCall[result.refusal])
  }

  const withdraw = async (c: Ctx, who: Answering | null) => {
    if (!who) return linkUnknown(c)
    const result = await house.inWork(who.actor, (work) =>
      withdrawHost(work, { session: who.session, token: newCallToken(house.seal) }),
    )
    return result.ok ? c.redirect(who.base, 303) : show(c, who, answerToCall[result.refusal])
  }

  app.get('/calls/:token', async (c) => show(c, await fromLink(c)))
  app.post('/calls/:token/answers', async (c) => answer(c, await fromLink(c)))
  app.post('/calls/:token/withdrawal', async (c) => withdraw(c, await fromLink(c)))
  // Addresses forms were posted to, opened again: the page they belong to.
  app.get('/calls/:token/:gesture{answers|withdrawal}', (c) =>
    c.redirect(`/calls/${encodeURIComponent(c.req.param('token'))}`, 302),
  )

  app.get('/team/me/sessions/:id{[0-9]{1,9}}', (c) => show(c, signedIn(c)))
  app.post('/team/me/sessions/:id{[0-9]{1,9}}/answers', (c) => answer(c, signedIn(c)))
  app.post('/team/me/sessions/:id{[0-9]{1,9}}/withdrawal', (c) => withdraw(c, signedIn(c)))
  for (const gesture of ['answers', 'withdrawal'])
    app.get(`/team/me/sessions/:id{[0-9]{1,9}}/${gesture}`, (c) =>
      c.redirect(`/team/me/sessions/${c.req.param('id')}`, 302),
    )

  app.get('/team/me', async (c) => {
    const actor = c.var.member as MemberActor
    const read = await house.inWork(actor, async (work) => {
      const needsOf = async (sessions: readonly number[]) => {
        const needs: OpenNeed[] = []
        for (const session of sessions) {
          const need = await readNeed(work, session)
          if (need && need.status !== 'cancelled') needs.push(need)
        }
        return needs
      }
      const today = work.now.toZonedDateTimeISO('UTC').toPlainDate()
      const hours = await readHours(work, actor.member, { from: today.subtract({ years: 1 }), until: today })
      const open = await needsOf((await readOpenCalls(work, actor.member)).map(({ session }) => session))
      return {
        open: open.filter((need) => Temporal.Instant.compare(need.start.toInstant(), work.now) > 0),
        hosted: await needsOf(await readHostedAhead(work, actor.member)),
        hours: Math.round(hours.reduce((sum, { minutes }) => sum + minutes, 0) / 60),
      }
    })
    const { lang } = c.var
    return answerTeam(
      c,
      house,
      actor,
      { title: callWords(lang)('mine') },
      <CallMine lang={lang} member={actor.member} {...read} />,
    )
  })
  return app
}
