import { stringify } from 'csv-stringify/sync'
import { Hono } from 'hono'
import { answerTeam } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type Period, readCentreHours, readGivenBy } from './db/hours.ts'
import { readZone } from './db/team.ts'
import { HoursPage, NetworkHours } from './pages/hours-page.tsx'
import { words } from './words.ts'

const dayOf = (typed: string | undefined): Temporal.PlainDate | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed ?? '')) return null
  try {
    return Temporal.PlainDate.from(typed as string, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Hours given, on a page and as a file. After the middleware of the team's pages. */
export function hoursRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const read = (c: Ctx) => {
    const member = c.var.member as MemberActor
    return house.inWork(member, async (work) => {
      const centre = member.centre as number
      const today = work.now.toZonedDateTimeISO(await readZone(work, centre)).toPlainDate()
      const period = periodOf(c, today)
      return { period, given: await readGivenBy(work, centre, period) }
    })
  }

  const showNetwork = async (c: Ctx) => {
    const { lang } = c.var
    const member = c.var.member as MemberActor
    const today = house.now().toZonedDateTimeISO('Europe/Paris').toPlainDate()
    const period = periodOf(c, today)
    const centres = await house.inWork(member, (work) => readCentreHours(work, period))
    return answerTeam(
      c,
      house,
      member,
      { title: words(lang)('hoursPage') },
      <NetworkHours lang={lang} period={period} centres={centres} />,
    )
  }

  app.get('/team/hours', async (c) => {
    const { lang } = c.var
    if (c.var.member?.role === 'network-manager') return showNetwork(c)
    return answerTeam(
      c,
      house,
      c.var.member as MemberActor,
      { title: words(lang)('hoursPage'), under: '/team' },
      <HoursPage lang={lang} {...(await read(c))} />,
    )
  })

  app.get('/team/hours.csv', async (c) => {
    const { period, given } = await read(c)
    const rows = given.map(({ name, organisation, sessions, minutes }) => ({
      name,
      organisation: organisation ?? '',
      from: period.from.toString(),
      until: period.until.toString(),
      sessions,
      hours: (minutes / 60).toFixed(2),
    }))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="hours-${period.from}-${period.until}.csv"`)
    c.header('cache-control', 'no-store')
    // A spreadsheet opens the mark as UTF-8, and a name that begins like a formula as a name.
    return c.body(`\ufeff${stringify(rows, { header: true, escape_formulas: true })}`)
  })
  return app
}

/** The period asked for; the season so far when none is. A season begins in September. */
const periodOf = (c: Ctx, today: Temporal.PlainDate): Period => ({
  from: dayOf(c.req.query('from')) ?? seasonOf(today),
  until: dayOf(c.req.query('until')) ?? today,
})

/** The first of September before a day. */
const seasonOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: day.month >= 9 ? day.year : day.year - 1, month: 9, day: 1 })
