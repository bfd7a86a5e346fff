import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test('a person who follows the Arabic link reads Arabic, whatever was remembered', () => {
  expect(languageOf({ query: 'ar', cookie: 'en', acceptLanguage: 'fr' })).toBe('ar')
})
test('a choice made before is kept', () => {
  expect(languageOf({ cookie: 'en', acceptLanguage: 'fr' })).toBe('en')
})
test('a newcomer’s browser says which language they prefer', () => {
  expect(languageOf({ acceptLanguage: 'tr, fr;q=0.4, ar-MA;q=0.8, en;q=0.5' })).toBe('ar')
})
test('everybody else reads French, even with a nonsense header', () => {
  expect(languageOf({ query: 'xx', cookie: '', acceptLanguage: ';;q=,en;q=0,en;q=x' })).toBe('fr')
  expect(languageOf({})).toBe('fr')
})
