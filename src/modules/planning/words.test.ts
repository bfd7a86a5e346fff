import { expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { callWords } from './call-words.ts'
import { fillWords } from './fill-words.ts'
import { words } from './words.ts'

test.each([
  ['the calendar', words],
  ['calls to hosts', callWords],
  ['filling a week', fillWords],
])('the words of %s are said in the three languages', (_, catalogue) => {
  expect(() => checkCatalogue(catalogue as never)).not.toThrow()
})
