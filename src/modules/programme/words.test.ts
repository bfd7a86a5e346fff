import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './words.ts'

test('an agenda and a planning tool speak French, English and Arabic', () => checkCatalogue(words))
