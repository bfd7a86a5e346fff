import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { bundleOf, composeSheet } from './compose.ts'
import { isShouted, shoutStop } from './compose-shout.ts'
import { readPrintedStop } from './db/stop.ts'
import type { Sheet } from './domain/bundle.ts'
import { isEnough, isKind, isPersonal, type Public, personal, readWish } from './domain/kinds.ts'
import { readSubject } from './read-subject.ts'
import { PressBusy, renderPdf, renderSvg } from './render.ts'
import { sheetsOfPeople } from './sheets-of-people.ts'
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

  const answer = async (c: Ctx, sheets: Sheet[], as: 'pdf' | 'svg', name: string, isPersonal: boolean) => {
    const bundle = bundleOf(c.var.lang, sheets)
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
    const sheets = isPersonal(kind) ? await sheetsOfPeople(c, house, kind) : await publicSheet(c, house, kind)
    return sheets.length > 0 ? answer(c, sheets, as, kind, isPersonal(kind)) : c.notFound()
  })
  return app
}

/** A sheet of what everybody may see; none when there is nothing to print. */
async function publicSheet(c: Ctx, house: House, kind: Public): Promise<Sheet[]> {
  const wish = readWish((name) => c.req.query(name))
  if (!isEnough(kind, wish)) return []
  const { lang } = c.var
  const { publicUrl, phone } = house.settings
  const making = { lang, easy: wish.easy, publicUrl, phone }
  const { stop, subject } = await house.inWork({ kind: 'visitor' }, async (work) => ({
    stop: wish.stop === null ? null : await readPrintedStop(work, wish.stop, lang),
    subject: await readSubject(work, wish, lang),
  }))
  // A stop is a reason to come before anything is planned at it.
  if (stop && isShouted(kind)) return [await shoutStop(kind, stop, making)]
  return subject ? [await composeSheet(kind, subject, making)] : []
}
