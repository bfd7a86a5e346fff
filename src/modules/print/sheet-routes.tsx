import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import { readSheet } from '#modules/attendance/index.ts'
import { readHours } from '#modules/team/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { bundleOf, composeSheet } from './compose.ts'
import { attendanceCertificate, hoursCertificate, rollSheet, tagsSheet } from './compose-people.ts'
import { readMember } from './db/member.ts'
import type { Sheet } from './domain/bundle.ts'
import { isEnough, isKind, type Kind, personal, readWish } from './domain/kinds.ts'
import { readSubject } from './read-subject.ts'
import { PressBusy, renderPdf, renderSvg } from './render.ts'
import { words } from './words.ts'

/** Every sheet, as a PDF to print or a picture to look at: `/print/poster.pdf?session=12`. */
export function sheetRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const kind of personal)
    app.use(
      `/print/${kind}.*`,
      withMember(house),
      requireMember('receptionist', 'facilitator', 'coordinator'),
    )

  const answer = async (c: Ctx, sheet: Sheet, as: 'pdf' | 'svg', name: string, isPersonal: boolean) => {
    const bundle = bundleOf(c.var.lang, [sheet])
    const headers = {
      'cache-control': isPersonal ? 'no-store' : 'public, max-age=300',
      vary: 'accept-language, cookie',
    }
    const shared = !isPersonal
    try {
      if (as === 'svg')
        return c.body(await renderSvg(bundle, { shared }), 200, {
          ...headers,
          'content-type': 'image/svg+xml',
        })
      return c.body(Buffer.from(await renderPdf(bundle, { shared })), 200, {
        ...headers,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}.pdf"`,
      })
    } catch (error) {
      if (!(error instanceof PressBusy)) throw error
      return c.text(words(c.var.lang)('busy'), 503, { 'retry-after': '5', 'cache-control': 'no-store' })
    }
  }

  app.get('/print/:file{[a-z]+\\.(?:pdf|svg)}', async (c) => {
    const [kind = '', as] = c.req.param('file').split('.') as [string, 'pdf' | 'svg']
    if (!isKind(kind)) return c.notFound()
    const sheet = personal.includes(kind)
      ? await sheetOfPeople(c, house, kind)
      : await publicSheet(c, house, kind)
    return sheet ? answer(c, sheet, as, kind, personal.includes(kind)) : c.notFound()
  })
  return app
}

async function publicSheet(c: Ctx, house: House, kind: Kind): Promise<Sheet | null> {
  const wish = readWish((name) => c.req.query(name))
  if (!isEnough(kind, wish)) return null
  const { lang } = c.var
  const subject = await house.inWork({ kind: 'visitor' }, (work) => readSubject(work, wish, lang))
  const { publicUrl, phone } = house.settings
  return (
    subject &&
    composeSheet(kind as Exclude<Kind, 'roll' | 'tags' | 'certificate'>, subject, {
      lang,
      easy: wish.easy,
      publicUrl,
      phone,
    })
  )
}

async function sheetOfPeople(c: Ctx, house: House, kind: Kind): Promise<Sheet | null> {
  const member = c.var.member as MemberActor
  const { lang } = c.var
  const wish = readWish((name) => c.req.query(name))
  const registration = Number(c.req.query('registration') ?? 0)
  const about = Number(c.req.query('member') ?? 0)
  return house.inWork(member, async (work) => {
    const centre = await readMember(work, member.member)
    if (!centre) return null
    const made = {
      lang,
      place: centre.city,
      on: work.now.toZonedDateTimeISO(centre.timeZone),
      by: member.name,
    }
    if (kind === 'certificate' && about > 0) {
      // Her own hours, or anybody's of the centre for its coordinator.
      if (about !== member.member && member.role !== 'coordinator') return null
      const person = await readMember(work, about)
      if (!person || person.centre !== member.centre) return null
      const today = made.on.toPlainDate()
      const from = wish.from ?? today.with({ month: 1, day: 1 })
      const until = wish.until ?? today
      const hours = await readHours(work, about, { from, until })
      const organisations = [...new Set(hours.flatMap(({ organisation }) => organisation ?? []))]
      const minutes = hours.reduce((sum, one) => sum + one.minutes, 0)
      return hoursCertificate(
        person.name,
        {
          minutes,
          sessions: hours.length,
          organisations,
          from,
          until,
        },
        made,
      )
    }
    if (wish.session === null) return null
    const roll = await readSheet(work, member, wish.session)
    if (!roll.ok) return null
    if (kind === 'roll') return rollSheet(roll.value, lang)
    if (kind === 'tags') return tagsSheet(roll.value, lang)
    return attendanceCertificate(roll.value, registration, made)
  })
}
