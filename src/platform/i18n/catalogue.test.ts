import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { checkCatalogue } from './check.ts'

const chairs = catalogue({
  fr: { free: '{n, plural, one {# chaise libre} other {# chaises libres}}', hello: 'Bonjour <b>' },
  en: { free: '{n, plural, one {# free chair} other {# free chairs}}', hello: 'Hello <b>' },
  ar: {
    free: '{n, plural, zero {لا كراسي} one {كرسي واحد} two {كرسيان} few {# كراسٍ} many {# كرسياً} other {# كرسي}}',
    hello: 'أهلاً',
  },
})

test('each language counts chairs its own way', () => {
  expect([0, 1, 2].map((n) => chairs('fr')('free', { n }))).toEqual([
    '0 chaise libre',
    '1 chaise libre',
    '2 chaises libres',
  ])
  expect([1, 2, 4, 12].map((n) => chairs('ar')('free', { n }))).toEqual([
    'كرسي واحد',
    'كرسيان',
    '4 كراسٍ',
    '12 كرسياً',
  ])
  expect(chairs('fr')('hello')).toBe('Bonjour <b>')
})
test('a sound catalogue passes', () => checkCatalogue(chairs))
test('a translator who forgets a key, a hole or types a straight apostrophe is told where', () => {
  const bad = catalogue({
    fr: { a: 'L’atelier de {n}', b: 'Où ?', c: 'Oui' },
    en: { a: 'The workshop', b: 'Where?', c: "It's {n}" },
    ar: { a: 'ورشة {n}', b: 'أين؟' } as unknown as { a: string; b: string; c: string },
  })
  expect(() => checkCatalogue(bad)).toThrow(
    /en\.a: holes[^]*fr\.b: ordinary space[^]*en\.c: straight[^]*ar\.c: missing/,
  )
})
