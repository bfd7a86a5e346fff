import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './import-words.ts'

test('who brings sessions in from a file is spoken to in French, English and Arabic', () =>
  checkCatalogue(words))
