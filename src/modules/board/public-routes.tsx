import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { answerNotice } from './answer-notice.ts'
import { readMoments, readMomentsOf } from './db/moments.ts'
import { readNotice, readNotices } from './db/notices.ts'
import { answerForm, reportForm } from './domain/forms.ts'
import { readChoice } from './domain/moment.ts'
import { sides, subjects } from './domain/vocabulary.ts'
import { BoardPage, KnowHowPage } from './pages/board.tsx'
import { NoticePage } from './pages/notice.tsx'
import { SaidPage } from './pages/said.tsx'
import { WallPage } from './pages/wall.tsx'
import { contactOf, idOf } from './read-address.ts'
import { answerTo } from './refusals.ts'
import { reportNotice } from './report-notice.ts'
import { type Word, words } from './words.ts'

const visitor = { kind: 'visitor' } as const
/** More cards than this are narrowed by a subject or a centre. */
const shown = 60
/** Sheets of paper have an end. */
const onTheWall = 20

/** The board as anybody reads it, and the ways to answer it. */
export function publicRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const today = (work: Work) => work.now.toZonedDateTimeISO('UTC').toPlainDate()
  const up = (work: Work) => ({ status: ['published'] as const, on: today(work) })

  const said = (path: string, title: Word, lines: readonly Word[]) =>
    app.get(path, (c) =>
      answerPage(
        c,
        house,
        { title: words(c.var.lang)(title), width: 'narrow' },
        <SaidPage lang={c.var.lang} title={title} lines={lines} />,
      ),
    )
  said('/board/sent', 'sentTitle', ['sentLead', 'sentNothing'])
  said('/board/answered', 'answeredTitle', ['answeredLead', 'sentNothing'])
  said('/board/reported', 'reportedTitle', ['reportedLead'])
  said('/board/erased', 'erasedTitle', ['erasedLead'])

  app.get('/board', async (c) => {
    const wish = {
      centre: c.req.query('centre') ?? '',
      side: sides.find((side) => side === c.req.query('side')) ?? ('' as const),
      subject: subjects.find((subject) => subject === c.req.query('subject')) ?? ('' as const),
    }
    const read = await house.inWork(visitor, async (work) => {
      const towns = await readTowns(work)
      const town = towns.find(({ slug }) => slug === wish.centre)
      const notices = await readNotices(work, {
        ...up(work),
        ...(town && { centre: town.centre }),
        side: wish.side || undefined,
        subject: wish.subject || undefined,
        limit: shown,
      })
      return { towns, notices, wish: { ...wish, centre: town?.slug ?? '' } }
    })
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('board'), description: t('boardLead') },
      <BoardPage lang={c.var.lang} {...read} />,
    )
  })

  app.get('/board/know-how', async (c) => {
    const notices = await house.inWork(visitor, (work) =>
      readNotices(work, { ...up(work), side: 'offer', limit: 200 }),
    )
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('knowHow'), description: t('knowHowLead') },
      <KnowHowPage lang={c.var.lang} notices={notices} />,
    )
  })

  app.get('/board/wall', async (c) => {
    const read = await house.inWork(visitor, async (work) => {
      const town = (await readTowns(work)).find(({ slug }) => slug === c.req.query('centre'))
      return (
        town && {
          town,
          notices: await readNotices(work, { ...up(work), centre: town.centre, limit: onTheWall }),
        }
      )
    })
    if (!read) return c.redirect('/board', 302)
    return answerPage(
      c,
      house,
      { title: words(c.var.lang)('wall') },
      <WallPage
        lang={c.var.lang}
        {...read}
        address={`${house.settings.publicUrl}/board?centre=${read.town.slug}`}
      />,
    )
  })

  const show = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const id = idOf(c)
    const read = await house.inWork(visitor, async (work) => {
      const notice = await readNotice(work, { id, ...up(work) })
      if (!notice) return null
      const moments = await readMoments(work, notice.centre.id)
      const wished = (await readMomentsOf(work, [notice]))(notice)
      const soon = wished && Temporal.Instant.compare(wished.start.toInstant(), work.now) > 0 ? wished : null
      return { notice, moments, wished: soon }
    })
    if (!read) return c.notFound()
    const asked =
      typedText(typed, 'moment') || (read.wished ? `${read.wished.kind}.${read.wished.id}` : 'call')
    return answerPage(
      c,
      house,
      {
        title: read.notice.sentence,
        width: 'narrow',
        errors: Object.keys(errors).length > 0,
      },
      <NoticePage lang={c.var.lang} {...read} typed={{ ...typed, moment: asked }} errors={errors} />,
    )
  }
  app.get('/board/:id{[0-9]+}', (c) => show(c))
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/:id{[0-9]+}/:gesture', (c) => c.redirect(`/board/${idOf(c)}`, 302))

  /** The centre of a notice that is up: whoever answers it is of that centre. */
  const townOf = (c: Ctx) =>
    house.inWork(visitor, async (work) => {
      const notice = await readNotice(work, { id: idOf(c), ...up(work) })
      const towns = notice ? await readTowns(work) : []
      return towns.find(({ centre }) => centre === notice?.centre.id) ?? null
    })
  app.post('/board/:id{[0-9]+}/answers', async (c) => {
    const form = await readForm(c, answerForm)
    const town = await townOf(c)
    if (!town) return c.notFound()
    const contact = contactOf(form.typed, town)
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return show(c, form.typed, errors)
    const answered = await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      answerNotice(
        work,
        house.seal,
        {
          centre: town.centre,
          name: form.value.name,
          contact: sealContact(house.seal, contact.value),
          language: c.var.lang,
        },
        { notice: idOf(c), moment: readChoice(form.value.moment) },
      ),
    )
    if (answered.ok) return c.redirect('/board/answered', 303)
    if (answered.refusal === 'notice-unknown') return c.notFound()
    return show(c, form.typed, { moment: answerTo(answered.refusal).word })
  })
  app.post('/board/:id{[0-9]+}/reports', async (c) => {
    const form = await readForm(c, reportForm)
    const town = await townOf(c)
    if (!town) return c.notFound()
    if (!form.ok) return show(c, form.typed, form.errors)
    await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      reportNotice(work, { notice: idOf(c), centre: town.centre, reason: form.value.reason }),
    )
    return c.redirect('/board/reported', 303)
  })
  return app
}
