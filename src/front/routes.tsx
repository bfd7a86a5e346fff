import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { bundleOf, islands } from '#ui/islands.ts'
import { type Chapter, ToldPage } from './pages/told-page.tsx'
import { type Word, words } from './words.ts'

// What these chapters say is written beside the tables that hold it (comments of the .sql files), and done by the purges.
const privacy: readonly Chapter[] = [
  {
    title: 'keepTitle',
    says: [
      'keepJoin',
      'keepCall',
      'keepStops',
      'keepMessages',
      'keepTeam',
      'keepVolunteers',
      'keepGames',
      'keepBoosters',
      'keepPaths',
      'keepMakers',
      'keepBoard',
      'keepVentures',
      'keepNothingElse',
    ],
  },
  { title: 'whyTitle', says: ['whyRun', 'whyNotSold'] },
  { title: 'seenTitle', says: ['seenCentre', 'seenFacilitator', 'seenNetwork', 'seenLocked'] },
  {
    title: 'longTitle',
    says: [
      'longResidents',
      'longCalls',
      'longStops',
      'longGames',
      'longBoosters',
      'longPaths',
      'longMake',
      'longMessages',
      'longTeam',
    ],
  },
  { title: 'rightsTitle', says: ['rightsAsk', 'rightsObject', 'rightsCnil'] },
  { title: 'cookiesTitle', says: ['cookiesTwo'] },
]

const accessibility: readonly Chapter[] = [
  { title: 'doneTitle', says: ['doneSimple', 'doneTested'] },
  { title: 'notYetTitle', says: ['notYetAudit', 'notYetPeople', 'notYetArabic'] },
  { title: 'tellTitle', says: ['tellUs', 'tellDefender'] },
]

/** The two pages that answer « what do you do with my name? » and « can I use this? ». */
export function routes(house: House): Routes {
  const app = new Hono<Env>()
  const tell = (c: Ctx, title: Word, lead: Word, chapters: readonly Chapter[]) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)(title), description: words(c.var.lang)(lead), width: 'narrow' },
      <ToldPage
        lang={c.var.lang}
        helpPhone={house.settings.phone}
        title={title}
        lead={lead}
        chapters={chapters}
      />,
    )
  app.get('/islands/:file', (c) => {
    const bundle = islands.map(bundleOf).find(({ path }) => path === c.req.path)
    if (!bundle) return c.notFound()
    return c.body(bundle.code, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  app.get('/privacy', (c) => tell(c, 'privacy', 'privacyLead', privacy))
  app.get('/accessibility', (c) => tell(c, 'accessibility', 'accessibilityLead', accessibility))
  return app
}
