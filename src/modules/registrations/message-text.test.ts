import { expect, test } from 'vitest'
import type { Session } from '#modules/programme/index.ts'
import { languageCodes } from '#platform/i18n/index.ts'
import { segmentsOf } from '#platform/messages/index.ts'
import { emailText, kinds, smsText, type Told } from './message-text.ts'

const titles = {
  plain: { fr: 'Reconnaître un message piège', en: 'Spot a scam message', ar: 'كيف تكشف رسالة احتيالية' },
  endless: {
    fr: 'Œuvrer à l’inçu '.repeat(20),
    en: 'Getting “started” '.repeat(20),
    ar: 'كيف تكشف رسالة '.repeat(20),
  },
}
const places = {
  plain: { name: 'Le Lieu', address: '6 rue des Lilas', city: 'Saint-Ouen-sur-Seine' },
  endless: {
    name: 'Médiathèque de l’Hôtel-de-Ville '.repeat(5),
    address: '128 bis avenue du Général-de-Gaulle '.repeat(4),
    city: 'Saint-Germain-du-Puch',
  },
}
const names = ['Mo', 'Marie-Françoise '.repeat(5), '👵🏽'.repeat(20), 'عبد الرحمن '.repeat(7)]
// The longest dates to say in each language, and an end of summer time.
const starts = [
  '2026-09-23T14:45[Europe/Paris]',
  '2026-08-12T09:15[Indian/Mayotte]',
  '2026-11-25T17:30[America/Martinique]',
]

const sessionOf = (title: keyof typeof titles, place: keyof typeof places, start: Temporal.ZonedDateTime) =>
  ({
    activity: {
      texts: Object.fromEntries(languageCodes.map((lang) => [lang, { title: titles[title][lang] }])),
    },
    place: { ...places[place], postalCode: '93400', howToCome: { fr: 'Bus 85, arrêt Mairie.' } },
    start,
    end: start.add({ minutes: 90 }),
  }) as unknown as Session

const told = (change: Partial<Told>): Told => {
  const start = Temporal.ZonedDateTime.from('2026-12-01T14:00[Europe/Paris]')
  return {
    kind: 'confirmed',
    language: 'fr',
    session: sessionOf('plain', 'plain', start),
    dates: [],
    isCourse: false,
    name: 'Odette',
    throughHelper: false,
    party: 1,
    rank: 3,
    until: start.toInstant().subtract({ hours: 30 }),
    link: 'https://maillage.example/r/Zx9-yW8_vU7tS6rQ5pO4nM',
    ...change,
  }
}

test.each(languageCodes)(
  'every SMS in « %s » holds in two segments, whatever the title, the place and the name',
  (language) => {
    for (const kind of kinds)
      for (const throughHelper of [false, true])
        for (const title of ['plain', 'endless'] as const)
          for (const place of ['plain', 'endless'] as const)
            for (const name of names)
              for (const start of starts) {
                const session = sessionOf(title, place, Temporal.ZonedDateTime.from(start))
                const link = 'https://inclusion.metropole-grenoble.example/r/Zx9-yW8_vU7tS6rQ5pO4nM'
                const text = smsText(
                  told({
                    kind,
                    language,
                    throughHelper,
                    session,
                    name,
                    party: 6,
                    rank: 128,
                    until: session.start.toInstant(),
                    link,
                  }),
                )
                expect(segmentsOf(text), text).toBeLessThanOrEqual(2)
                expect(text.endsWith(link), text).toBe(true)
              }
  },
)

const courseOf = (first: Session, count: number) =>
  Array.from({ length: count }, (_, week) => ({
    ...first,
    id: week,
    start: first.start.add({ weeks: week, minutes: week === 3 ? 30 : 0 }),
    end: first.end.add({ weeks: week }),
  }))

test.each(languageCodes)('an SMS in « %s » about a course of four or thirty dates holds too', (language) => {
  for (const kind of kinds)
    for (const count of [2, 4, 30])
      for (const place of ['plain', 'endless'] as const)
        for (const start of starts) {
          const dates = courseOf(sessionOf('plain', place, Temporal.ZonedDateTime.from(start)), count)
          const [session] = dates as [Session]
          const text = smsText(
            told({ kind, language, session, dates, isCourse: true, until: session.start.toInstant() }),
          )
          expect(segmentsOf(text), text).toBeLessThanOrEqual(2)
          expect(text.endsWith('Zx9-yW8_vU7tS6rQ5pO4nM'), text).toBe(true)
        }
})

test('who joins a course reads every date; of a very long one, how many there are', () => {
  const dates = courseOf(told({}).session, 4)
  const [session] = dates as [Session]
  expect(smsText(told({ session, dates, isCourse: true }))).toContain(
    'le mardi 1er décembre, 14 h, puis 8/12, 15/12, 22/12 14 h 30, Le Lieu',
  )
  const many = courseOf(session, 40)
  expect(smsText(told({ session, dates: many, isCourse: true }))).toContain('14 h, et 39 autres dates')
  const { body } = emailText(told({ session, dates, isCourse: true }), '01 99 00 24 12')
  for (const day of ['mardi 1er décembre', 'mardi 8 décembre', 'mardi 15 décembre', 'mardi 22 décembre'])
    expect(body).toContain(day)
})

test('a resident reads what, when and where in one SMS of plain letters', () => {
  const text = smsText(told({}))
  expect(text).toBe(
    'Maillage : votre place est gardée. Reconnaitre un message piège, le mardi 1er décembre, 14 h, Le Lieu, 6 rue des Lilas, Saint-Ouen-sur-Seine. Voir ou annuler : https://maillage.example/r/Zx9-yW8_vU7tS6rQ5pO4nM',
  )
})

test('a helper reads whom she signed up, and a party reads its seats', () => {
  expect(smsText(told({ throughHelper: true }))).toContain('vous avez inscrit Odette.')
  expect(smsText(told({ party: 3 }))).toContain('vos 3 places sont gardées.')
})

test('an Arabic SMS keeps the date and the link when nothing else fits', () => {
  const text = smsText(told({ language: 'ar' }))
  expect(text).toContain('مكانك محجوز')
  expect(text).toContain('14:00')
  expect(smsText(told({ language: 'ar', kind: 'offered' }))).toContain('أجب قبل الاثنين 30 نوفمبر')
})

test('an e-mail says more: the whole address, how to come, whom to call; a cancelled one sends nobody there', () => {
  const { subject, body } = emailText(told({}), '01 99 00 24 12')
  expect(subject).toBe('Votre place est gardée, mardi 1er décembre, 14\u00a0h')
  for (const line of ['93400 Saint-Ouen-sur-Seine', 'Bus 85, arrêt Mairie.', '01 99 00 24 12', 'Reconnaître'])
    expect(body).toContain(line)
  expect(emailText(told({ kind: 'session-cancelled' }), '01 99 00 24 12').body).not.toContain('93400')
})
