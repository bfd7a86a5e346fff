import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#platform/testing/house.ts'
import { type SmallWorld, seedSmallWorld } from '#platform/testing/small-world.ts'
import type { Actor } from '#platform/work/index.ts'
import { bundleOf, composeSheet } from './compose.ts'
import { hoursCertificate } from './compose-people.ts'
import { insertBatch, readBatch, readBatchPdf } from './db/batches.ts'
import type { Bundle, Sheet } from './domain/bundle.ts'
import { readWish } from './domain/kinds.ts'
import { jobs } from './jobs.ts'
import { readSubject } from './read-subject.ts'
import { renderPdf, renderSvg } from './render.ts'

let there: TestHouse
let world: SmallWorld
beforeAll(async () => {
  there = await testHouse()
  world = await seedSmallWorld(there.ownerUrl, there.house.seal, there.now)
})
afterAll(() => there.close())

const read = async (bundle: Bundle) => {
  const bytes = await renderPdf(bundle)
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: true })
  return { bytes, pages: pdf.numPages, text: text.normalize('NFKC').replace(/\s+/g, ' ') }
}
const making = {
  lang: 'fr' as const,
  easy: false,
  publicUrl: 'https://maillage.example',
  phone: '01 99 00 24 12',
}
const wishOf = (query: Record<string, string>) => readWish((name) => query[name])
const subjectOf = async (lang: 'fr' | 'en' | 'ar' = 'fr', query: Record<string, string> = {}) => {
  const wish = wishOf({ session: String(world.sessions.scams), ...query })
  const subject = await there.house.inWork({ kind: 'visitor' }, (work) => readSubject(work, wish, lang))
  if (!subject) throw new Error('nothing to print')
  return subject
}

describe.each(['fr', 'en', 'ar'] as const)('on paper in %s', (lang) => {
  test.each(['poster', 'flyer', 'strips', 'door'] as const)(
    'a %s is one page, with the code and the phone one can call',
    async (kind) => {
      const sheet = await composeSheet(kind, await subjectOf(lang), { ...making, lang })
      const { pages, text, bytes } = await read(bundleOf(lang, [sheet]))
      expect(pages).toBe(1)
      if (kind !== 'door') {
        const code = (await subjectOf(lang)).sessions[0]?.code as string
        expect(text).toContain(code)
        expect(text).toContain('01 99 00 24 12')
      }
      const raw = Buffer.from(bytes).toString('latin1')
      // PDF/UA-1 is claimed, and no typeface of the machine stepped in.
      expect(raw).toContain('pdfuaid:part')
      for (const [, font] of raw.matchAll(/\/BaseFont\s*\/([^\s/]+)/g))
        expect(font).toMatch(/Atkinson|NotoSans|NotoNaskh/)
      expect(raw).toMatch(/\/Lang\s*\((fr|en|ar)/)
    },
  )

  test('« easy to read » says less, with drawings, and is still one page', async () => {
    const subject = await subjectOf(lang)
    const [plain, easy] = await Promise.all(
      [false, true].map(async (isEasy) =>
        read(bundleOf(lang, [await composeSheet('poster', subject, { ...making, lang, easy: isEasy })])),
      ),
    )
    expect(easy?.pages).toBe(1)
    expect(easy?.text.length).toBeLessThan((plain?.text.length ?? 0) + 60)
  })
})

test('a title as long as titles may be, or longer, still keeps a poster to one page', async () => {
  const subject = await subjectOf()
  for (const kind of ['poster', 'flyer', 'strips'] as const) {
    const sheet = await composeSheet(kind, subject, making)
    const long = 'Anticonstitutionnellement vôtre '.repeat(6)
    expect(
      (await read(bundleOf('fr', [{ ...sheet, title: long, lead: long.repeat(3) } as Sheet]))).pages,
    ).toBe(1)
  }
})

test('what people typed is printed as they typed it, and never obeyed', async () => {
  const hostile = ['#panic()', '"] #let x = 1', '\\u{1}$x^2$', '<svg onload=x>', 'José 🎉 李', 'مريم #x']
  const made = {
    lang: 'fr' as const,
    place: 'Saint-Ouen',
    on: there.now.toZonedDateTimeISO('Europe/Paris'),
    by: 'Nadia',
  }
  for (const name of hostile) {
    const sheet = hoursCertificate(
      name,
      {
        minutes: 60,
        sessions: 1,
        organisations: [],
        from: there.now.toZonedDateTimeISO('UTC').toPlainDate(),
        until: there.now.toZonedDateTimeISO('UTC').toPlainDate(),
      },
      made,
    )
    const { pages } = await read(bundleOf('fr', [sheet]))
    expect(pages, name).toBe(1)
  }
  const tags: Sheet = { kind: 'tags', theme: 'training', title: 'Prénoms', names: hostile, session: 'x' }
  const { text } = await read(bundleOf('fr', [tags]))
  expect(text).toContain('#panic()')
})

test('a programme of sixty sessions takes the pages it needs, and each is numbered', async () => {
  const subject = await subjectOf()
  const [one] = subject.sessions
  if (!one) throw new Error('no session')
  const sessions = Array.from({ length: 60 }, (_, i) => ({
    ...one,
    start: one.start.add({ days: i }),
    end: one.end.add({ days: i }),
  }))
  const { pages, text } = await read(
    bundleOf('fr', [await composeSheet('programme', { ...subject, sessions }, making)]),
  )
  expect(pages).toBeGreaterThan(3)
  expect(text).toContain(`1 / ${pages}`)
})

test('the posters of a week come as one document, one for each place and each bare stop, and a second run changes nothing', async () => {
  const nadia: Actor = {
    kind: 'member',
    member: world.members.nadia,
    role: 'coordinator',
    centre: world.centres.saintOuen,
    name: 'Nadia',
  }
  const centre = world.centres.saintOuen
  const week = Temporal.PlainDate.from('2026-11-30')
  await there.owner.query(
    `insert into network.stops (centre_id, place_id, starts_at, ends_at) values ($1, $2, '2026-12-03T08:00Z', '2026-12-03T11:00Z')`,
    [centre, world.places.saintOuen],
  )
  const batch = await there.house.inWork(nadia, (work) =>
    insertBatch(work, { centre, week, language: 'fr', member: world.members.nadia }),
  )
  const run = jobs(there.house)['print.batch']
  await run?.({ centre, batch }, {} as never)
  const first = await there.house.inWork(nadia, (work) => readBatchPdf(work, batch))
  const { numPages } = await getDocumentProxy(new Uint8Array(first ?? []))
  expect(numPages).toBe(2)
  await run?.({ centre, batch }, {} as never)
  expect(await there.house.inWork(nadia, (work) => readBatch(work, batch))).toMatchObject({
    status: 'ready',
    done: 2,
    total: 2,
  })
  expect(await there.house.inWork(nadia, (work) => readBatchPdf(work, batch))).toEqual(first)
  const rox: Actor = {
    ...nadia,
    member: world.members.rox,
    role: 'receptionist',
    centre: world.centres.roubaix,
  }
  expect(await there.house.inWork(rox, (work) => readBatch(work, batch))).toBeNull()
})

test('the picture of a sheet is a drawing without script', async () => {
  const svg = await renderSvg(bundleOf('fr', [await composeSheet('poster', await subjectOf(), making)]))
  expect(svg).toMatch(/^<svg/)
  expect(svg).not.toMatch(/<script/)
})
