import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam } from '#modules/access/index.ts'
import { readSimilar, season } from '#modules/programme/index.ts'
import { changeSession, previewNews } from '#modules/registrations/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { cancelSessions } from './cancel-sessions.ts'
import { copySession } from './copy-session.ts'
import { readChoices } from './db/calendar.ts'
import { scopes } from './domain/scope.ts'
import { day, hour, where } from './domain/series-form.ts'
import { followSessions } from './follow.ts'
import { moveSessions, reach } from './move-sessions.ts'
import { CancelPage, MovePage } from './pages/change-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { readMoveClashes, readPlanned, readReached } from './read-session.ts'
import { answerToChange, answerToSeries } from './refusals.ts'
import { readSaid, saying } from './said.ts'
import { words } from './words.ts'

const scope = z.enum(scopes).catch('one')
const moveForm = z.object({ day, hour, where, scope })
const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const numbers = z.preprocess(
  list,
  z
    .array(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
    )
    .max(12),
)
const hostsForm = z.object({ hosts: numbers, kits: numbers, scope })
const seatsForm = z.object({
  capacity: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'capacity-wrong')
    .transform(Number)
    .pipe(z.number('capacity-wrong').min(1, 'capacity-wrong').max(500, 'capacity-wrong')),
})
const copyForm = z.object({ day, hour })

/** A session of the plan and its gestures. Moving and cancelling are shown before they are done. */
export function sessionRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const address = (c: Ctx) => `/plan/sessions/${idOf(c)}`
  const link = `${house.settings.publicUrl}/r/…`

  const show = async (c: Ctx, errors: FieldErrors = {}, status = 422) => {
    const member = memberOf(c)
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => {
      const planned = await readPlanned(work, idOf(c))
      return planned.ok
        ? { ...planned.value, choices: await readChoices(work, member.centre as number, lang) }
        : null
    })
    if (!read) return c.notFound()
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      { title: words(lang)('session'), under: '/plan', ...(failed && { errors: true, status }) },
      <SessionPage
        {...read}
        lang={lang}
        now={house.now()}
        said={readSaid(lang, c.req.query('said'))}
        errors={errors}
      />,
    )
  }
  app.get('/plan/sessions/:id', (c) => show(c))

  const showMove = async (c: Ctx, typed: Record<string, string | string[]>, refused: string | null) => {
    const { lang } = c.var
    const form = check(moveForm, typed)
    if (!form.ok) return show(c, form.errors)
    const wish = form.value
    const read = await house.inWork(memberOf(c), async (work) => {
      const planned = await readPlanned(work, idOf(c))
      if (!planned.ok) return null
      const { session } = planned.value
      const start = wish.day.toZonedDateTime({ timeZone: session.start.timeZoneId, plainTime: wish.hour })
      const minutes = Math.round(session.start.until(session.end).total('minutes'))
      const choices = await readChoices(work, session.centre.id, lang)
      const place = choices.places.find(({ id }) => id === wish.where.placeId)
      return {
        session,
        to: {
          ...session,
          start,
          end: start.add({ minutes }),
          place: { ...session.place, ...(place && { id: place.id, name: place.name, city: place.city }) },
        },
        reached: await readReached(work, session.id, wish.scope),
        found: await readMoveClashes(work, planned.value, { start, minutes, ...wish.where }),
      }
    })
    if (!read) return c.notFound()
    const preview = (language: Language) => previewNews('moved', read.to, language, link)
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: words(lang)('move'), under: '/plan', ...(refused !== null && { errors: true, status: 409 }) },
      <MovePage
        {...read}
        lang={lang}
        scope={wish.scope}
        where={[typed.where].flat()[0] ?? ''}
        preview={preview}
        refused={refused}
      />,
    )
  }
  app.get('/plan/sessions/:id/move', (c) => showMove(c, c.req.query(), null))

  app.post('/plan/sessions/:id/moves', async (c) => {
    const form = await readForm(c, moveForm)
    if (!form.ok) return show(c, form.errors)
    const wish = form.value
    const moved = await house.inWork(memberOf(c), async (work) => {
      const planned = await readPlanned(work, idOf(c))
      if (!planned.ok) return planned
      const { session } = planned.value
      return moveSessions(work, {
        sessionId: session.id,
        scope: wish.scope,
        to: {
          days: session.start.toPlainDate().until(wish.day).days,
          time: wish.hour,
          minutes: Math.round(session.start.until(session.end).total('minutes')),
          ...wish.where,
        },
      })
    })
    if (moved.ok) return c.redirect(saying(address(c), 'moved', moved.value.moved.length), 303)
    if (moved.refusal === 'session-unknown') return c.notFound()
    if (moved.refusal === 'clash') return showMove(c, form.typed, words(c.var.lang)('clash-meanwhile'))
    return show(c, answerToChange[moved.refusal], 409)
  })

  app.get('/plan/sessions/:id/cancel', async (c) => {
    const { lang } = c.var
    const wished = scope.parse(c.req.query('scope'))
    const read = await house.inWork(memberOf(c), async (work) => {
      const planned = await readPlanned(work, idOf(c))
      if (!planned.ok) return null
      const { session } = planned.value
      return {
        session,
        reached: await readReached(work, session.id, wished),
        similar: await readSimilar(work, session),
      }
    })
    if (!read) return c.notFound()
    const cancelled = { ...read.session, status: 'cancelled' as const }
    const preview = (language: Language) => previewNews('session-cancelled', cancelled, language, link)
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: words(lang)('cancel'), under: '/plan' },
      <CancelPage {...read} lang={lang} scope={wished} preview={preview} />,
    )
  })

  app.post('/plan/sessions/:id/cancellations', async (c) => {
    const form = await readForm(c, z.object({ scope }))
    const wished = form.ok ? form.value.scope : 'one'
    const result = await house.inWork(memberOf(c), (work) =>
      cancelSessions(work, { sessionId: idOf(c), scope: wished }),
    )
    if (!result.ok)
      return result.refusal === 'session-unknown'
        ? c.notFound()
        : show(c, answerToChange[result.refusal], 409)
    const { cancelled, thrownAway } = result.value
    return thrownAway > 0 && cancelled === 0
      ? c.redirect(saying('/plan', 'thrown', thrownAway), 303)
      : c.redirect(saying(address(c), 'cancelled', cancelled), 303)
  })

  app.post('/plan/sessions/:id/hosts', async (c) => {
    const form = await readForm(c, hostsForm)
    if (!form.ok) return show(c, { hosts: 'host-unknown' })
    const { hosts, kits, scope: wished } = form.value
    const result = await house.inWork(memberOf(c), async (work) => {
      const sessions = await reach(work, idOf(c), wished)
      const assigned = await season.assign(work, { sessions, hosts, kits })
      if (assigned.ok) followSessions(work, sessions)
      return assigned
    })
    if (result.ok) return c.redirect(saying(address(c), 'hosts', result.value.sessions), 303)
    return result.refusal === 'session-unknown'
      ? c.notFound()
      : show(c, result.refusal === 'clash' ? { hosts: 'host-clash' } : answerToChange[result.refusal], 409)
  })

  app.post('/plan/sessions/:id/seats', async (c) => {
    const form = await readForm(c, seatsForm)
    if (!form.ok) return show(c, form.errors)
    const result = await house.inWork(memberOf(c), (work) =>
      changeSession(work, { sessionId: idOf(c), capacity: form.value.capacity }),
    )
    if (result.ok) return c.redirect(saying(address(c), 'seats', form.value.capacity), 303)
    return result.refusal === 'session-unknown' ? c.notFound() : show(c, answerToChange[result.refusal], 409)
  })

  app.post('/plan/sessions/:id/copies', async (c) => {
    const form = await readForm(c, copyForm)
    if (!form.ok) return show(c, form.errors)
    const { day: on, hour: time } = form.value
    const result = await house.inWork(memberOf(c), (work) =>
      copySession(work, { sessionId: idOf(c), on, time }),
    )
    if (result.ok)
      return c.redirect(
        saying(
          `/plan/sessions/${result.value.session}`,
          result.value.withHosts ? 'copied' : 'copiedAlone',
          1,
        ),
        303,
      )
    if (result.refusal === 'session-unknown') return c.notFound()
    return show(c, result.refusal === 'clash' ? answerToChange.clash : answerToSeries[result.refusal], 409)
  })
  return app
}
