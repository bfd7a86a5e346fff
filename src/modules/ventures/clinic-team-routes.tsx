import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { expand } from '#platform/calendar/recurrence.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { sayDate } from '#platform/i18n/index.ts'
import { done, refuse, type Work } from '#platform/work/index.ts'
import type { FieldError } from '#ui/form.tsx'
import { clinicAnswerTo } from './clinic-refusals.ts'
import { type ClinicWord, clinicWords } from './clinic-words.ts'
import { readBookingsOfClinic, writeCame } from './db/clinic-bookings.ts'
import { readClinics, readHere } from './db/clinics.ts'
import type { Clinic } from './domain/clinic.ts'
import { clinicForm, markForm, sureForm } from './domain/clinic-forms.ts'
import { cancelClinic, type OpenRefusal, openClinic } from './open-clinic.ts'
import { ClinicDayPage, ClinicsTeamPage } from './pages/clinic-team.tsx'
import { readOpenHours } from './read-clinics.ts'

/** Clinics asked for every week end within a year. */
const mostWeeks = 53
/** The field a refusal is about. */
const fieldOf: Readonly<Record<OpenRefusal, string>> = {
  'room-unknown': 'room',
  'host-unknown': 'host',
  'too-short': 'to',
  'in-the-past': 'day',
  clash: 'day',
}

/** Clinics as the team sees them: opening them, who comes, marking, calling off. */
export function clinicTeamRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor & { centre: number }
  for (const path of ['/ventures/clinics', '/ventures/clinics/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))

  const list = async (c: Ctx, typed: Typed = {}, errors: readonly FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => ({
      here: await readHere(work, member.centre),
      clinics: await readOpenHours(work, { centre: member.centre }),
    }))
    return answerTeam(
      c,
      house,
      member,
      {
        title: clinicWords(c.var.lang)('team'),
        under: '/ventures',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <ClinicsTeamPage
        lang={c.var.lang}
        {...read}
        now={house.now()}
        typed={typed}
        errors={errors}
        added={Number(c.req.query('added')) || 0}
      />,
    )
  }
  app.get('/ventures/clinics', (c) => list(c))
  app.post('/ventures/clinics', async (c) => {
    const t = clinicWords(c.var.lang)
    const form = await readForm(c, clinicForm)
    if (!form.ok)
      return list(
        c,
        form.typed,
        Object.entries(form.errors).map(([field, word]) => ({ field, message: t(word as ClinicWord) })),
      )
    const { day, until, slot: slotMinutes, ...wish } = form.value
    const isWrong =
      until !== null &&
      (Temporal.PlainDate.compare(until, day) < 0 ||
        Temporal.PlainDate.compare(until, day.add({ years: 1 })) > 0)
    if (isWrong) return list(c, form.typed, [{ field: 'until', message: t('untilWrong') }])
    const member = memberOf(c)
    const added = await house.inWork(member, async (work) => {
      const { timeZone } = await readHere(work, member.centre)
      const days = until
        ? expand({ rule: 'FREQ=WEEKLY', startsOn: day, time: wish.from, timeZone, limit: mostWeeks })
            .map((at) => at.toPlainDate())
            .filter((one) => Temporal.PlainDate.compare(one, until) <= 0)
        : [day]
      for (const one of days) {
        const opened = await openClinic(work, { ...wish, slotMinutes, centre: member.centre, day: one })
        if (!opened.ok) return refuse({ ...opened, on: one.toZonedDateTime(timeZone) })
      }
      return done({ count: days.length })
    })
    if (added.ok) return c.redirect(`/ventures/clinics?added=${added.value.count}`, 303)
    const { status, word } = clinicAnswerTo(added.refusal)
    const message = until ? t('onDay', { day: sayDate(c.var.lang, added.on), reason: t(word) }) : t(word)
    return list(c, form.typed, [{ field: fieldOf[added.refusal], message }], status)
  })

  const base = '/ventures/clinics/:id{[0-9]{1,9}}'
  /** Does something with the clinic of the address, of one’s own centre. */
  const withClinic = <T,>(c: Ctx, act: (work: Work, clinic: Clinic) => Promise<T>) =>
    house.inWork(memberOf(c), async (work) => {
      const [clinic] = await readClinics(work, { id: Number(c.req.param('id')), centre: memberOf(c).centre })
      return clinic ? { value: await act(work, clinic) } : null
    })
  app.get(base, async (c) => {
    const read = await withClinic(c, async (work, clinic) => ({
      clinic,
      bookings: await readBookingsOfClinic(work, clinic.id),
    }))
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: clinicWords(c.var.lang)(`subject.${read.value.clinic.subject}`), under: '/ventures' },
      <ClinicDayPage lang={c.var.lang} {...read.value} now={house.now()} />,
    )
  })
  // An address a form was posted to, opened again: the clinic it belongs to.
  app.get(`${base}/:gesture`, (c) => c.redirect(`/ventures/clinics/${c.req.param('id')}`, 302))
  app.post(`${base}/marks`, async (c) => {
    const form = await readForm(c, markForm)
    const marked = await withClinic(c, async (work, clinic) => {
      if (form.ok)
        await writeCame(work, {
          booking: form.value.booking,
          clinic: clinic.id,
          came: form.value.came || null,
          member: memberOf(c).member,
        })
    })
    return marked ? c.redirect(`/ventures/clinics/${c.req.param('id')}`, 303) : c.notFound()
  })
  app.post(`${base}/cancellation`, async (c) => {
    const form = await readForm(c, sureForm)
    const cancelled = await withClinic(c, async (work, clinic) => {
      if (form.ok) await cancelClinic(work, clinic.id)
    })
    return cancelled ? c.redirect(`/ventures/clinics/${c.req.param('id')}`, 303) : c.notFound()
  })
  return app
}
