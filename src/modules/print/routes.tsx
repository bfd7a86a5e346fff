import { Hono } from 'hono'
import { z } from 'zod'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { isLanguage, type Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'
import { isShouted } from './compose-shout.ts'
import { insertBatch, readBatch, readBatchPdf } from './db/batches.ts'
import { readPrintable } from './db/printable.ts'
import { readPrintedStop } from './db/stop.ts'
import { isEnough, isKind, isPersonal, type Kind, readWish, type Wish } from './domain/kinds.ts'
import { daysOf, isPeriod, periodOf } from './domain/period.ts'
import { BatchPage } from './pages/batch-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { readSubject } from './read-subject.ts'
import { sheetRoutes } from './sheet-routes.tsx'
import { words } from './words.ts'

const batchForm = z.object({
  week: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/),
  language: z.string().refine(isLanguage),
})

/** Choosing what to print, with a picture of it; and the posters of a week at once. */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const team = ['receptionist', 'facilitator', 'coordinator'] as const
  app.use('/print', withMember(house), requireMember(...team))
  app.use('/print/batches', withMember(house), requireMember('receptionist', 'coordinator'))
  app.use('/print/batches/*', withMember(house), requireMember('receptionist', 'coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const idOf = (c: Ctx) => (/^\d{1,9}$/.test(c.req.param('id') ?? '') ? Number(c.req.param('id')) : 0)

  app.get('/print', async (c) => {
    const member = memberOf(c)
    const { lang } = c.var
    const typedKind = c.req.query('kind') ?? ''
    const kind = isKind(typedKind) ? typedKind : 'poster'
    const centre = member.centre as number
    const { printable, today, wish, canShow } = await house.inWork(member, async (work) => {
      const printable = await readPrintable(work, centre, lang)
      const today = house.now().toZonedDateTimeISO(printable.timeZone).toPlainDate()
      const wish = wishOf(c, today, centre)
      return { printable, today, wish, canShow: await mayShow(work, kind, wish, lang) }
    })
    const paper = c.req.query('paper')
    return answerTeam(
      c,
      house,
      member,
      { title: words(lang)('print'), under: '/print' },
      <PrintPage
        printable={printable}
        lang={lang}
        kind={kind}
        wish={wish}
        period={periodOf(wish.from, wish.until, today)}
        paper={isLanguage(paper) ? paper : lang}
        canShow={canShow}
        mayBatch={member.role !== 'facilitator'}
        monday={daysOf('week', today).from}
      />,
    )
  })

  app.post('/print/batches', async (c) => {
    const form = await readForm(c, batchForm)
    const member = memberOf(c)
    if (!form.ok) return c.redirect('/print', 303)
    const id = await house.inWork(member, async (work) => {
      const batch = await insertBatch(work, {
        centre: member.centre as number,
        week: Temporal.PlainDate.from(form.value.week),
        language: form.value.language as 'fr',
        member: member.member,
      })
      work.enqueue('print.batch', { centre: member.centre, batch })
      return batch
    })
    return c.redirect(`/print/batches/${id}`, 303)
  })

  app.get('/print/batches/:id{[0-9]+}', async (c) => {
    const member = memberOf(c)
    const batch = await house.inWork(member, (work) => readBatch(work, idOf(c)))
    if (!batch) return c.notFound()
    const waits = batch.status === 'waiting' || batch.status === 'running'
    return answerTeam(
      c,
      house,
      member,
      {
        title: words(c.var.lang)('batch'),
        under: '/print',
        ...(waits && { head: <meta http-equiv="refresh" content="1" /> }),
      },
      <BatchPage lang={c.var.lang} batch={batch} />,
    )
  })

  app.get('/print/batches/:file{[0-9]+\\.pdf}', async (c) => {
    const id = Number.parseInt(c.req.param('file'), 10)
    const pdf = await house.inWork(memberOf(c), (work) => readBatchPdf(work, id))
    if (!pdf) return c.notFound()
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="affiches-${id}.pdf"`,
      'cache-control': 'no-store',
    })
  })

  app.route('/', sheetRoutes(house))
  return app
}

/** What the form asks for: days by their period, and the whole centre when nothing is named. */
function wishOf(c: Ctx, today: Temporal.PlainDate, centre: number): Wish {
  const wish = readWish((name) => c.req.query(name))
  const period = c.req.query('period')
  const named = [wish.session, wish.place, wish.stop, wish.series].some((id) => id !== null)
  return {
    ...wish,
    ...(isPeriod(period) && daysOf(period, today)),
    centre: named ? null : centre,
  }
}

/** Whether the choices lead to a sheet; sheets of people say it themselves when they are opened. */
async function mayShow(work: Work, kind: Kind, wish: Wish, lang: Language): Promise<boolean> {
  if (!isEnough(kind, wish)) return false
  if (isPersonal(kind)) return true
  if (wish.stop !== null && isShouted(kind) && (await readPrintedStop(work, wish.stop, lang))) return true
  return (await readSubject(work, wish, lang)) !== null
}
