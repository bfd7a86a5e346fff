import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { readSessions } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readNames } from './db/calendar.ts'
import { insertFill, readFill, writeFill } from './db/fills.ts'
import { day } from './domain/series-form.ts'
import { applyFill } from './fill-apply.ts'
import { fillWords } from './fill-words.ts'
import { FillForm, FillPage } from './pages/fill-pages.tsx'

/** Longest period filled at once, in days. */
const longest = 62

const period = z
  .object({ from: day, until: day })
  .refine(({ from, until }) => from.until(until).days >= 0 && from.until(until).days <= longest)
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const application = z.object({
  sessions: z.preprocess(
    list,
    z
      .array(
        z
          .string()
          .regex(/^[1-9]\d{0,8}$/)
          .transform(Number),
      )
      .max(1000),
  ),
  leave: z.string().optional(),
})

/** Filling the days of a centre: ask, watch, read the proposal, apply what one likes of it. */
export function fillRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/plan/fill', '/plan/fills', '/plan/fills/*'])
    app.use(path, withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  const ask = async (c: Ctx, wrong: boolean) => {
    const member = memberOf(c)
    const { timeZone } = await house.inWork(member, (work) =>
      readNames(work, member.centre as number, c.var.lang),
    )
    const today = house.now().toZonedDateTimeISO(timeZone).toPlainDate()
    return answerTeam(
      c,
      house,
      member,
      { title: fillWords(c.var.lang)('title'), under: '/plan', ...(wrong && { errors: true }) },
      <FillForm
        lang={c.var.lang}
        from={c.req.query('from') ?? today.add({ days: 1 }).toString()}
        until={c.req.query('until') ?? today.add({ days: 14 }).toString()}
        wrong={wrong}
      />,
    )
  }
  app.get('/plan/fill', (c) => ask(c, false))

  app.post('/plan/fills', async (c) => {
    const form = await readForm(c, period)
    if (!form.ok) return ask(c, true)
    const member = memberOf(c)
    const id = await house.inWork(member, async (work) => {
      const fill = await insertFill(work, {
        ...form.value,
        centre: member.centre as number,
        member: member.member,
      })
      work.enqueue('planning.fill', { centre: member.centre, fill })
      return fill
    })
    return c.redirect(`/plan/fills/${id}`, 303)
  })

  const show = async (c: Ctx, refused: string | null) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const fill = await readFill(work, idOf(c))
      if (!fill) return null
      const sessions = await readSessions(
        work,
        (fill.proposal ?? []).map(({ session }) => session),
      )
      const names = await readNames(work, member.centre as number, c.var.lang)
      return {
        fill,
        sessions: new Map(sessions.map((session) => [session.id, session])),
        names: new Map(names.members.map(({ id, name }) => [id, name])),
        rooms: new Map(names.spaces.map(({ id, name }) => [id, name])),
      }
    })
    if (!read) return c.notFound()
    const waits = read.fill.status === 'waiting' || read.fill.status === 'running'
    return answerTeam(
      c,
      house,
      member,
      {
        title: fillWords(c.var.lang)('title'),
        under: '/plan',
        ...(waits && { head: <meta http-equiv="refresh" content="1" /> }),
        ...(refused !== null && { errors: true, status: 409 }),
      },
      <FillPage {...read} lang={c.var.lang} refused={refused} />,
    )
  }
  app.get('/plan/fills/:id', (c) => show(c, null))

  app.post('/plan/fills/:id/application', async (c) => {
    const form = await readForm(c, application)
    const member = memberOf(c)
    if (!form.ok) return show(c, fillWords(c.var.lang)('failed'))
    if (form.value.leave === 'yes') {
      await house.inWork(member, (work) => writeFill(work, idOf(c), ['proposed'], { status: 'left' }))
      return c.redirect(`/plan/fills/${idOf(c)}`, 303)
    }
    const applied = await house.inWork(member, (work) =>
      applyFill(work, { fill: idOf(c), sessions: form.value.sessions }),
    )
    if (applied.ok) return c.redirect(`/plan/fills/${idOf(c)}`, 303)
    return applied.refusal === 'fill-unknown' ? c.notFound() : show(c, fillWords(c.var.lang)(applied.refusal))
  })
  return app
}
