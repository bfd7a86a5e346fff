import { expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './words.ts'

test('the words of paper are said in the three languages', () => {
  expect(() => checkCatalogue(words as never)).not.toThrow()
})
