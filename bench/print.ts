// Paper: one poster, and a programme of a dozen pages, after warm-up, beside a bare page with one line.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Session } from '#modules/programme/index.ts'
import { bundleOf, composeSheet, type Subject } from '../src/modules/print/compose.ts'
import { renderPdf } from '../src/modules/print/render.ts'
import { percentile, print } from './support/figures.ts'

const texts = {
  title: 'Mon premier téléphone tactile',
  summary: 'Allumer, appeler, envoyer un message : les gestes utiles, à votre rythme.',
  description: '',
  bring: '',
}
const themes = ['discovery', 'learning', 'training', 'entrepreneurship'] as const

const sessionOf = (i: number, round: number): Session => {
  const start = Temporal.ZonedDateTime.from('2026-12-01T10:00[Europe/Paris]').add({
    days: Math.floor(i / 4),
    hours: (i % 4) * 2,
  })
  return {
    id: i + 1,
    code: 'K7P3M',
    centre: { id: 1, slug: 'x', name: 'Saint-Ouen', phone: '' },
    activity: {
      id: i,
      slug: 'x',
      theme: themes[i % 4] ?? 'learning',
      format: 'workshop',
      level: 'beginner',
      audience: 'everyone',
      needs: [],
      texts: { fr: { ...texts, title: `${texts.title} ${round}` } },
    },
    place: {
      id: 1,
      name: 'Le Maillage Saint-Ouen',
      address: '14 avenue Gabriel-Péri',
      city: 'Saint-Ouen-sur-Seine',
      postalCode: '93400',
      latitude: null,
      longitude: null,
      stepFree: true,
      howToCome: { fr: 'Métro 14, Mairie de Saint-Ouen.' },
      kind: 'site',
    },
    spaceId: null,
    course: null,
    start,
    end: start.add({ minutes: 90 }),
    capacity: 8,
    seatsTaken: 2,
    seatsLeft: 6,
    status: 'published',
    languages: ['fr', 'ar'],
    revision: 0,
    movedFrom: null,
  } as unknown as Session
}
const subjectOf = (count: number, round: number): Subject => ({
  sessions: Array.from({ length: count }, (_, i) => sessionOf(i, round)),
  title: `Le Maillage Saint-Ouen ${round}`,
  theme: 'discovery',
  path: '/places/1',
  phone: '',
  roomOf: () => '',
  hostsOf: () => '',
})
const making = {
  lang: 'fr' as const,
  easy: false,
  publicUrl: 'https://maillage.example',
  phone: '01 99 00 24 12',
}

const bare = NodeCompiler.create({ workspace: process.cwd() })
let bareRound = 0
const bareTime = () => {
  const began = performance.now()
  bare.pdf(
    { mainFileContent: `#set document(title: "x")\n#set text(lang: "fr")\n= Bonjour ${bareRound++}` },
    { pdfStandard: 'ua-1' as never },
  )
  return performance.now() - began
}

async function measure(name: string, kind: 'poster' | 'programme', count: number, limit: number) {
  const [times, bares] = [[] as number[], [] as number[]]
  let bytes = 0
  for (let round = 0; round < 25; round++) {
    const subject = subjectOf(count, round)
    // Another title each time: what was compiled before is of no help.
    const began = performance.now()
    const pdf = await renderPdf(bundleOf('fr', [await composeSheet(kind, subject, making)]))
    const took = performance.now() - began
    bytes = pdf.length
    const one = bareTime()
    if (round < 5) continue
    times.push(took)
    bares.push(one)
  }
  print({
    bench: 'print',
    metric: `${name}, ${Math.round(bytes / 1024)} kB: median; the limit is a bare page of one line`,
    value: percentile(times, 0.5),
    unit: 'ms',
    limit: percentile(bares, 0.5),
    goal: `under ${limit} ms`,
    met: percentile(times, 0.5) < limit,
  })
}

await measure('one poster', 'poster', 1, 100)
await measure('a programme of some twelve pages', 'programme', 190, 500)
