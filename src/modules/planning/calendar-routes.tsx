import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam } from '#modules/access/index.ts'
import { season } from '#modules/programme/index.ts'
import type { House } from '#platform/house.ts'
import type { Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { readEntries, readNames, readStopEntries } from './db/calendar.ts'
import { daysOf, readView, shownAt } from './domain/calendar.ts'
import { followSessions } from './follow.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import { readSaid, saying } from './said.ts'
import { words } from './words.ts'

const publication = z.object({
  sessions: z
    .string()
    .regex(/^[1-9]\d{0,8}( [1-9]\d{0,8}){0,999}$/)
    .transform((text) => text.split(' ').map(Number)),
  back: z
    .string()
    .regex(/^\/plan[/?]?[\w/?=&.-]*$/)
    .catch('/plan'),
})

/** The calendar of a centre, and the gesture that publishes what it shows. */
export function calendarRoutes(house: House): Routes {
  const app = new Hono<Env>()

  app.get('/plan', async (c) => {
    const member = c.var.member as MemberActor
    const { lang } = c.var
    const read = await house.inWork(member, async (work) => {
      const centre = member.centre as number
      const choices = await readNames(work, centre, lang)
      const today = work.now.toZonedDateTimeISO(choices.timeZone).toPlainDate()
      const view = readView((name) => c.req.query(name), today)
      const days = daysOf(view)
      const edge = (day: Temporal.PlainDate) => day.toZonedDateTime(choices.timeZone).toInstant()
      const window = {
        centre,
        from: edge(days[0] as Temporal.PlainDate),
        to: edge((days.at(-1) as Temporal.PlainDate).add({ days: 1 })),
      }
      const entries = shownAt(await readEntries(work, { ...window, ...view }, choices), work.now)
      const stops = await readStopEntries(work, window)
      return { choices, view, entries, stops }
    })
    return answerTeam(
      c,
      house,
      member,
      { title: words(lang)('plan'), under: '/plan' },
      <CalendarPage {...read} lang={lang} said={readSaid(lang, c.req.query('said'))} />,
    )
  })

  app.post('/plan/publications', async (c) => {
    const form = await readForm(c, publication)
    if (!form.ok) return c.redirect('/plan', 303)
    const { sessions, back } = form.value
    const result = await house.inWork(c.var.member as MemberActor, async (work) => {
      const done = await season.publish(work, { sessions })
      if (done.ok) followSessions(work, done.value.published)
      return done
    })
    return result.ok
      ? c.redirect(saying(back, 'published', result.value.published.length), 303)
      : c.redirect(back, 303)
  })
  return app
}
