import { Hono } from 'hono'
import { z } from 'zod'
import { requireMember, withMember } from '#modules/access/index.ts'
import { expand } from '#platform/calendar/recurrence.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { sayDate } from '#platform/i18n/index.ts'
import { done, refuse, type Work } from '#platform/work/index.ts'
import type { FieldError } from '#ui/form.tsx'
import { readOpenings } from './db/hours.ts'
import { type LabHere, readLabHere } from './db/lab.ts'
import { readMakersOf } from './db/makers.ts'
import { hoursOn, openingForm } from './domain/lab-opening-form.ts'
import type { Opening } from './domain/vocabulary.ts'
import { answerLab, labRoles, memberOf, numberIn, saidRefusal } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { addOpening, changeOpening, previewOpening, removeOpening } from './openings.ts'
import { LabOpeningPage, LabOpeningSure, LabOpeningsPage } from './pages/lab-openings.tsx'
import type { Refusal } from './refusals.ts'

/** How far the list goes, and how far a weekly opening may. */
const shownDays = 42
const mostWeeks = 53

/** When the lab opens: once or every week, with whom; changed or removed, and people told. */
export function labOpeningRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/openings', '/fablab/openings/*'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))

  const errorsOf = (c: Ctx, errors: Record<string, string>): FieldError[] =>
    Object.entries(errors).map(([field, word]) => ({ field, message: labWords(c.var.lang)(word as LabWord) }))
  const page = (c: Ctx, errors: readonly FieldError[], status?: number) => ({
    title: labWords(c.var.lang)('op.title'),
    tab: '/fablab/openings',
    ...(errors.length > 0 && { errors: true }),
    ...(status && { status }),
  })
  // The fields of this form have names of their own.
  const fieldOf = (refusal: Refusal) =>
    ({ 'space-unknown': 'room', 'ends-before': 'to', 'too-long': 'to', clash: 'day' })[refusal as string]

  const list = async (c: Ctx, typed: Typed = {}, errors: FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      here: await readLabHere(work, member.centre),
      openings: await readOpenings(work, {
        centre: member.centre,
        from: work.now,
        to: work.now.add({ hours: 24 * shownDays }),
      }),
    }))
    const added = Number(c.req.query('added'))
    const t = labWords(c.var.lang)
    return answerLab(
      c,
      house,
      page(c, errors, status),
      <LabOpeningsPage
        lang={c.var.lang}
        {...read}
        now={house.now()}
        typed={typed}
        errors={errors}
        said={
          added > 0 ? t('op.added', { count: added }) : c.req.query('said') === 'saved' ? t('saved') : null
        }
      />,
    )
  }
  app.get('/fablab/openings', (c) => list(c))
  app.post('/fablab/openings', async (c) => {
    const form = await readForm(c, openingForm)
    if (!form.ok) return list(c, form.typed, errorsOf(c, form.errors))
    const { value } = form
    const { until } = value
    if (
      until &&
      (Temporal.PlainDate.compare(until, value.day) < 0 ||
        Temporal.PlainDate.compare(until, value.day.add({ years: 1 })) > 0)
    )
      return list(c, form.typed, errorsOf(c, { until: 'op.untilWrong' }))
    const member = memberOf(c)
    const added = await house.inWork(member, async (work) => {
      const { timeZone } = await readLabHere(work, member.centre)
      const days = until
        ? expand({ rule: 'FREQ=WEEKLY', startsOn: value.day, time: value.from, timeZone, limit: mostWeeks })
            .map((at) => at.toPlainDate())
            .filter((day) => Temporal.PlainDate.compare(day, until) <= 0)
        : [value.day]
      for (const day of days) {
        const opened = await addOpening(work, hoursOn(value, day, timeZone))
        if (!opened.ok) return refuse({ ...opened, on: day.toZonedDateTime(timeZone) })
      }
      return done({ count: days.length })
    })
    if (added.ok) return c.redirect(`/fablab/openings?added=${added.value.count}`, 303)
    const { status, message } = saidRefusal(c, added.refusal)
    const said = until
      ? labWords(c.var.lang)('op.on', { date: sayDate(c.var.lang, added.on), reason: message })
      : message
    return list(c, form.typed, [{ field: fieldOf(added.refusal), message: said }], status)
  })

  const mine = async (work: Work, c: Ctx) => {
    const [opening] = await readOpenings(work, { id: numberIn(c), centre: memberOf(c).centre })
    return opening ? { opening, here: await readLabHere(work, memberOf(c).centre) } : null
  }
  const one = async (c: Ctx, typed?: Typed, errors: FieldError[] = [], status?: number) => {
    const read = await house.inWork(memberOf(c), (work) => mine(work, c))
    if (!read) return c.notFound()
    return answerLab(
      c,
      house,
      page(c, errors, status),
      <LabOpeningPage
        lang={c.var.lang}
        id={read.opening.id}
        here={read.here}
        typed={typed ?? typedOf(read.opening, read.here)}
        errors={errors}
      />,
    )
  }
  app.get('/fablab/openings/:id{[0-9]+}', (c) => one(c))
  app.get('/fablab/openings/:id{[0-9]+}/removal', (c) => c.redirect(`/fablab/openings/${numberIn(c)}`, 302))

  /** Changes or removes, once whoever loses a booking was seen. */
  const act = async (c: Ctx, typed: Typed | null, isSure: boolean) => {
    const form = typed && openingForm.safeParse(typed)
    const acted = await house.inWork(memberOf(c), async (work) => {
      const read = await mine(work, c)
      if (!read) return refuse({ refusal: 'opening-unknown' })
      const { opening, here } = read
      const to = form?.success ? hoursOn(form.data, form.data.day, here.timeZone) : null
      if (!isSure) {
        const stranded = (await previewOpening(work, { openingId: opening.id, to })) ?? []
        const makers = await readMakersOf(
          work,
          stranded.map(({ maker }) => maker),
        )
        if (stranded.length > 0 || !to) return done({ kind: 'ask', opening, here, stranded, makers } as const)
      }
      const changed = to
        ? await changeOpening(work, { openingId: opening.id, to })
        : await removeOpening(work, { openingId: opening.id })
      return changed.ok ? done({ kind: 'done' } as const) : changed
    })
    if (!acted.ok) {
      const { status, message } = saidRefusal(c, acted.refusal)
      return typed ? one(c, typed, [{ field: fieldOf(acted.refusal), message }], status) : c.notFound()
    }
    if (acted.value.kind === 'done') return c.redirect('/fablab/openings?said=saved', 303)
    return answerLab(
      c,
      house,
      page(c, []),
      <LabOpeningSure lang={c.var.lang} {...acted.value} typed={typed} />,
    )
  }
  app.post('/fablab/openings/:id{[0-9]+}', async (c) => {
    const form = await readForm(c, openingForm)
    if (!form.ok) return one(c, form.typed, errorsOf(c, form.errors))
    return act(c, form.typed, form.value.sure === 'yes')
  })
  app.post('/fablab/openings/:id{[0-9]+}/removal', async (c) => {
    const form = await readForm(c, z.object({ sure: z.literal('yes') }))
    return act(c, null, form.ok)
  })
  return app
}

/** An opening as its form would have been typed. */
function typedOf(opening: Opening, { timeZone }: LabHere): Typed {
  const [from, to] = [opening.startsAt, opening.endsAt].map((moment) => moment.toZonedDateTimeISO(timeZone))
  const hour = (at: Temporal.ZonedDateTime | undefined) =>
    at?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? ''
  return {
    room: String(opening.space),
    kind: opening.kind,
    day: from?.toPlainDate().toString() ?? '',
    from: hour(from),
    to: hour(to),
    supervisor: opening.supervisor ? String(opening.supervisor.id) : '',
  }
}
