import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerTeam } from '#modules/access/index.ts'
import { nomadic } from '#modules/network/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { check, type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readChoices } from './db/calendar.ts'
import { readOffers, readSessionsHere } from './db/stop.ts'
import { outingForm, outingOf, stopMoveForm } from './domain/stop-form.ts'
import { StopCancelPage, StopMovePage } from './pages/stop-change.tsx'
import { StopPage } from './pages/stop-page.tsx'
import { readStopClashes } from './stop-clashes.ts'
import { cancelStops, moveStops, type StopScope } from './stop-move.ts'
import { previewOf } from './stop-preview.ts'
import { readStopsReached } from './stop-reached.ts'
import { answerToStop } from './stop-refusals.ts'
import { readStopSaid } from './stop-said.ts'
import { stopWords } from './stop-words.ts'

const scopeForm = z.object({ scope: z.enum(['one', 'following']).catch('one') })

/** A stop and its gestures. Moving and cancelling are shown before they are done. */
export function stopChangeRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Context) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)
  const back = (c: Ctx, said: string, count: number) =>
    c.redirect(`/plan/stops/${idOf(c)}?said=${said}.${count}`, 303)

  const show = async (c: Ctx, typed: Typed | null = null, errors: FieldErrors = {}) => {
    const member = memberOf(c)
    const { lang } = c.var
    const centre = member.centre as number
    const read = await house.inWork(member, async (work) => {
      const stop = await nomadic.readStop(work, idOf(c))
      if (!stop) return null
      const form = typed && errors.form === 'clash' ? check(outingForm, typed) : null
      return {
        stop,
        sessions: await readSessionsHere(work, [stop.id], lang),
        choices: {
          ...(await readChoices(work, centre, lang)),
          offers: await readOffers(work, centre, lang),
        },
        found: form?.ok
          ? await readStopClashes(work, {
              ...outingOf(form.value),
              stop: stop.id,
              placeId: stop.place.id,
              start: stop.start,
              end: stop.end,
            })
          : null,
      }
    })
    if (!read) return c.notFound()
    const failed = Object.keys(errors).length > 0
    return answerTeam(
      c,
      house,
      member,
      {
        title: read.stop.place.name,
        under: '/plan/stops',
        ...(failed && { errors: true, status: errors.form ? 409 : 422 }),
      },
      <StopPage
        {...read}
        lang={lang}
        now={house.now()}
        said={readStopSaid(lang, c.req.query('said'))}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/plan/stops/:id{[0-9]+}', (c) => show(c))

  app.post('/plan/stops/:id{[0-9]+}/outing', async (c) => {
    const form = await readForm(c, outingForm)
    if (!form.ok) return show(c, form.typed, form.errors)
    const saved = await house.inWork(memberOf(c), (work) =>
      nomadic.equipStop(work, { ...outingOf(form.value), stop: idOf(c) }),
    )
    if (saved.ok) return back(c, 'saved', 1)
    if (saved.refusal === 'stop-unknown') return c.notFound()
    return show(c, form.typed, answerToStop[saved.refusal])
  })

  const showMove = async (c: Ctx, typed: Typed, refused: keyof typeof answerToStop | null) => {
    const { lang } = c.var
    const form = check(stopMoveForm, typed)
    if (!form.ok) return show(c, null, form.errors)
    const { place: placeId, day, from, to, scope } = form.value
    const read = await house.inWork(memberOf(c), async (work) => {
      const stop = await nomadic.readStop(work, idOf(c))
      if (!stop) return null
      const { places } = await readChoices(work, stop.centre, lang)
      const place = places.find(({ id }) => id === placeId)
      if (!place) return { stop, place: null }
      const at = (plainTime: Temporal.PlainTime) =>
        day.toZonedDateTime({ timeZone: place.timeZone, plainTime })
      const wish = { start: at(from), end: at(to), placeId }
      return {
        stop,
        place,
        to: { place, start: wish.start, end: wish.end },
        reached: await readStopsReached(work, stop.id, scope),
        found: await readStopClashes(work, {
          ...wish,
          stop: stop.id,
          hosts: stop.hosts.map(({ id }) => id),
          kits: stop.kits.map(({ id }) => id),
          vehicleId: stop.vehicle?.id ?? null,
        }),
      }
    })
    if (!read) return c.notFound()
    if (!read.place) return show(c, null, answerToStop['place-unknown'])
    const { stop } = read
    const word = refused && Object.values(answerToStop[refused])[0]
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: stopWords(lang)('move'),
        under: '/plan/stops',
        ...(refused && { errors: true, status: 409 }),
      },
      <StopMovePage
        stop={stop}
        to={read.to}
        reached={read.reached}
        found={read.found}
        lang={lang}
        scope={scope}
        preview={previewOf(house, 'moved', stop, read.to, read.place.name)}
        refused={word ? stopWords(lang)(word) : null}
      />,
    )
  }
  app.get('/plan/stops/:id{[0-9]+}/move', (c) => showMove(c, c.req.query(), null))

  app.post('/plan/stops/:id{[0-9]+}/moves', async (c) => {
    const form = await readForm(c, stopMoveForm)
    if (!form.ok) return show(c, null, form.errors)
    const { place: placeId, day, from, to, scope } = form.value
    const moved = await house.inWork(memberOf(c), (work) =>
      moveStops(work, { stop: idOf(c), scope, to: { placeId, day, from, to } }),
    )
    if (moved.ok) return back(c, 'moved', moved.value.moved)
    return moved.refusal === 'stop-unknown' ? c.notFound() : showMove(c, form.typed, moved.refusal)
  })

  app.get('/plan/stops/:id{[0-9]+}/cancel', async (c) => {
    const { lang } = c.var
    const scope: StopScope = scopeForm.parse(c.req.query()).scope
    const read = await house.inWork(memberOf(c), async (work) => {
      const stop = await nomadic.readStop(work, idOf(c))
      return stop && { stop, reached: await readStopsReached(work, stop.id, scope) }
    })
    if (!read) return c.notFound()
    return answerTeam(
      c,
      house,
      memberOf(c),
      { title: stopWords(lang)('cancel'), under: '/plan/stops' },
      <StopCancelPage
        {...read}
        lang={lang}
        scope={scope}
        preview={previewOf(house, 'cancelled', read.stop, read.stop, read.stop.place.name)}
      />,
    )
  })

  app.post('/plan/stops/:id{[0-9]+}/cancellations', async (c) => {
    const form = await readForm(c, scopeForm)
    const scope = form.ok ? form.value.scope : 'one'
    const cancelled = await house.inWork(memberOf(c), (work) => cancelStops(work, { stop: idOf(c), scope }))
    if (cancelled.ok) return back(c, 'cancelled', cancelled.value.cancelled)
    return cancelled.refusal === 'stop-unknown'
      ? c.notFound()
      : show(c, null, answerToStop[cancelled.refusal])
  })
  return app
}
