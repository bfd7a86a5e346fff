import { expect, test } from 'vitest'
import { checkCatalogue } from './check.ts'
import {
  sayCount,
  sayDate,
  sayDistance,
  sayHour,
  sayHours,
  sayLanguages,
  sayLength,
  sayMoment,
  sayRange,
  spoken,
} from './say.ts'

const first = Temporal.ZonedDateTime.from('2026-12-01T14:00[Europe/Paris]')
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

test('the first of the month is « 1er » in French only', () => {
  expect(sayDate('fr', first)).toBe('mardi 1er décembre')
  expect(sayDate('fr', first.add({ days: 1 }))).toBe('mercredi 2 décembre')
  expect(sayDate('en', first)).toBe('Tuesday 1 December')
  expect(sayDate('ar', first)).toBe('الثلاثاء 1 ديسمبر')
})
test('the year is said only when it could be mistaken', () => {
  const now = Temporal.Instant.from('2026-11-20T10:00Z')
  expect(sayDate('fr', first, now)).toBe('mardi 1er décembre')
  expect(sayDate('fr', first.add({ years: 1 }), now)).toBe('mercredi 1er décembre 2027')
  expect(sayDate('fr', first.subtract({ years: 1 }), now)).toBe('lundi 1er décembre 2025')
})
test('the same instant is said in the time of each place', () => {
  const instant = first.toInstant()
  const at = (zone: string) => sayMoment('fr', instant.toZonedDateTimeISO(zone)).replaceAll('\u00a0', ' ')
  expect(at('Europe/Paris')).toBe('mardi 1er décembre, 14 h')
  expect(at('Indian/Mayotte')).toBe('mardi 1er décembre, 16 h')
  expect(at('Indian/Reunion')).toBe('mardi 1er décembre, 17 h')
  expect(at('America/Martinique')).toBe('mardi 1er décembre, 9 h')
})
test('hours are said as in each language', () => {
  const half = first.add({ minutes: 30 })
  expect(['fr', 'en', 'ar'].map((l) => plain(sayHour(l as 'fr', first)))).toEqual(['14 h', '2 pm', '14:00'])
  expect(['fr', 'en', 'ar'].map((l) => plain(sayHour(l as 'fr', half)))).toEqual([
    '14 h 30',
    '2:30 pm',
    '14:30',
  ])
  expect(plain(sayHour('fr', first.with({ hour: 9, minute: 5 })))).toBe('9 h 05')
  expect(sayHour('en', first.with({ hour: 12 }))).toBe('noon')
})
test('an end is said with its start, and with its date when it is another day', () => {
  const end = first.add({ minutes: 90 })
  expect(plain(sayRange('fr', first, end))).toBe('De 14 h à 15 h 30')
  expect(plain(sayRange('en', first, end))).toBe('From 2 pm to 3:30 pm')
  expect(sayRange('ar', first, end)).toBe('من الساعة 14:00 إلى 15:30')
  expect(plain(sayHours('fr', first, end))).toBe('14 h à 15 h 30')
  expect(plain(sayRange('fr', first, first.add({ days: 1 })))).toBe(
    'Du mardi 1er décembre, 14 h au mercredi 2 décembre, 14 h',
  )
})
test('a near place is a walk, a far one kilometres', () => {
  expect(plain(sayDistance('fr', 700))).toBe('à environ 12 min à pied')
  expect(plain(sayDistance('fr', 0))).toBe('à environ 1 min à pied')
  expect(plain(sayDistance('fr', 2501))).toBe('à 2,5 km')
  expect(plain(sayDistance('fr', 7040))).toBe('à 7 km')
  expect(plain(sayDistance('fr', 9_352_000))).toBe('à 9 352 km')
  expect(plain(sayDistance('en', 7040))).toBe('7 km away')
  expect(sayDistance('ar', 700)).toBe('حوالي 12 دقيقة مشياً')
  expect(sayDistance('ar', 230)).toBe('حوالي 4 دقائق مشياً')
})
test('Arabic pages use western digits, like the bus stops of France', () => {
  expect(sayCount('ar', 1234)).toMatch(/^1.234$/)
  expect(plain(sayCount('fr', 1234))).toBe('1 234')
})
test('lengths and languages are said shortly', () => {
  expect(plain(sayLength('fr', Temporal.Duration.from('PT90M')))).toBe('1 h 30')
  expect(plain(sayLength('fr', Temporal.Duration.from('PT45M')))).toBe('45 min')
  expect(sayLength('ar', Temporal.Duration.from('PT2H'))).toBe('ساعتان')
  expect(sayLanguages('fr', ['ar', 'fr'])).toBe('en arabe et français')
  expect(sayLanguages('ar', ['ar', 'fr'])).toBe('بالعربية والفرنسية')
})
test('every language has every sentence', () => checkCatalogue(spoken))
