import { Hono } from 'hono'
import type { z } from 'zod'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { decideBreakdown } from './db/breakdowns.ts'
import { readMachine } from './db/machines.ts'
import { readMakersOf } from './db/makers.ts'
import { insertUpkeepPlan } from './db/upkeep.ts'
import { outageForm, planForm } from './domain/upkeep-forms.ts'
import type { Machine } from './domain/vocabulary.ts'
import { answerLab, labRoles, memberOf, numberIn, saidRefusal } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { LabOutagePreview, LabOutagesPage } from './pages/lab-outages.tsx'
import { readUpkeep } from './read-upkeep.ts'
import { previewOutage, returnToService, takeOutOfService } from './take-out-of-service.ts'

/** One machine that is stopped, comes back, and is looked after again and again. */
export function labOutageRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const gesture of ['outages', 'return', 'upkeep'])
    app.use(`/fablab/machines/:id/${gesture}`, withMember(house), requireMember(...labRoles.lab))

  const ofMachine = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}, status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const machine = await readMachine(work, numberIn(c))
      if (machine?.centre !== member.centre) return null
      const plans = (await readUpkeep(work, member.centre)).filter((plan) => plan.machine === machine.id)
      return { machine, plans }
    })
    if (!read) return c.notFound()
    const t = labWords(c.var.lang)
    const [moved, cancelled] = [Number(c.req.query('moved')), Number(c.req.query('cancelled'))]
    const said = {
      stopped: t('up.stopped', { moved: moved || 0, cancelled: cancelled || 0 }),
      returned: t('up.returned'),
      saved: t('saved'),
    }[c.req.query('said') ?? '']
    const found = Object.entries(errors).map(([field, message]) => ({ field, message }))
    return answerLab(
      c,
      house,
      {
        title: t('up.ofMachine', { machine: read.machine.name }),
        tab: '/fablab/upkeep',
        ...(found.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabOutagesPage
        lang={c.var.lang}
        {...read}
        now={house.now()}
        typed={typed}
        errors={found}
        said={said ?? null}
      />,
    )
  }
  const inWords = (c: Ctx, errors: FieldErrors) =>
    Object.fromEntries(
      Object.entries(errors).map(([field, word]) => [field, labWords(c.var.lang)(word as LabWord)]),
    )
  app.get('/fablab/machines/:id/outages', (c) => {
    const report = c.req.query('report') ?? ''
    return ofMachine(c, /^[1-9]\d{0,8}$/.test(report) ? { report, cause: 'breakdown' } : {})
  })
  for (const gesture of ['return', 'upkeep'])
    app.get(`/fablab/machines/:id/${gesture}`, (c) =>
      c.redirect(`/fablab/machines/${numberIn(c)}/outages`, 302),
    )

  app.post('/fablab/machines/:id/outages', async (c) => {
    const form = await readForm(c, outageForm)
    if (!form.ok) return ofMachine(c, form.typed, inWords(c, form.errors))
    const member = memberOf(c)
    const { value, typed } = form
    const t = labWords(c.var.lang)
    if (value.when === 'later' && value.fromDay === null)
      return ofMachine(c, typed, { fromDay: t('up.dayWrong') })
    const acted = await house.inWork(member, async (work) => {
      const machine = await readMachine(work, numberIn(c))
      if (machine?.centre !== member.centre) return { kind: 'unknown' } as const
      const outage = { machineId: machine.id, ...spanOf(machine, value, work.now), cause: value.cause }
      if (outage.until !== null && Temporal.Instant.compare(outage.until, outage.from) <= 0)
        return { kind: 'refused', refusal: 'ends-before' } as const
      if (value.sure !== 'yes') {
        const seen = await previewOutage(work, outage)
        const { homes, waiting } = seen ?? { homes: [], waiting: [] }
        const ids = [...homes.map(({ booking }) => booking), ...waiting].map(({ maker }) => maker)
        return { kind: 'preview', machine, homes, waiting, makers: await readMakersOf(work, ids) } as const
      }
      const taken = await takeOutOfService(work, outage)
      if (!taken.ok) return { kind: 'refused', refusal: taken.refusal } as const
      if (value.report !== null)
        await decideBreakdown(work, { id: value.report, member: member.member, status: 'confirmed' })
      return { kind: 'done', ...taken.value } as const
    })
    switch (acted.kind) {
      case 'unknown':
        return c.notFound()
      case 'refused': {
        const { status, message } = saidRefusal(c, acted.refusal)
        return ofMachine(c, typed, { untilDay: message }, status)
      }
      case 'preview':
        return answerLab(
          c,
          house,
          { title: t('up.preview', { machine: acted.machine.name }), tab: '/fablab/upkeep' },
          <LabOutagePreview lang={c.var.lang} {...acted} typed={typed} />,
        )
      case 'done':
        return c.redirect(
          `/fablab/machines/${numberIn(c)}/outages?said=stopped&moved=${acted.moved}&cancelled=${acted.cancelled}`,
          303,
        )
    }
  })
  app.post('/fablab/machines/:id/return', async (c) => {
    const returned = await house.inWork(memberOf(c), (work) =>
      returnToService(work, { machineId: numberIn(c) }),
    )
    return returned.ok
      ? c.redirect(`/fablab/machines/${numberIn(c)}/outages?said=returned`, 303)
      : c.notFound()
  })
  app.post('/fablab/machines/:id/upkeep', async (c) => {
    const form = await readForm(c, planForm)
    if (!form.ok) return ofMachine(c, form.typed, inWords(c, form.errors))
    const member = memberOf(c)
    const planned = await house.inWork(member, async (work) => {
      const machine = await readMachine(work, numberIn(c))
      if (machine?.centre !== member.centre) return false
      await insertUpkeepPlan(work, {
        ...form.value,
        centre: member.centre,
        machine: machine.id,
        member: member.member,
      })
      return true
    })
    return planned ? c.redirect(`/fablab/machines/${numberIn(c)}/outages?said=saved`, 303) : c.notFound()
  })
  return app
}

/** From and until when, on the wall of the place; the last day is whole. */
function spanOf(
  machine: Machine,
  {
    when,
    fromDay,
    fromHour,
    untilDay,
  }: Pick<z.output<typeof outageForm>, 'when' | 'fromDay' | 'fromHour' | 'untilDay'>,
  now: Temporal.Instant,
): { from: Temporal.Instant; until: Temporal.Instant | null } {
  const { timeZone } = machine.place
  const from =
    when === 'later' && fromDay
      ? fromDay.toZonedDateTime({ timeZone, plainTime: fromHour ?? undefined }).toInstant()
      : now
  return { from, until: untilDay?.add({ days: 1 }).toZonedDateTime(timeZone).toInstant() ?? null }
}
