import { expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { achievements } from './domain/achievements.ts'
import { wordingOf } from './wording.ts'
import { words } from './words.ts'

test('every sentence about badges can be read in every language', () => {
  checkCatalogue(words as never)
})

test('everything the network rewards has a name, a description and what was seen, in every language', () => {
  for (const achievement of achievements)
    for (const lang of ['fr', 'en', 'ar'] as const) {
      const { name, description, criteria } = wordingOf(lang, achievement)
      for (const text of [name, description, ...criteria]) expect(text).not.toMatch(/award\.|undefined|^$/)
    }
})
