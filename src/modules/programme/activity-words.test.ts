import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './activity-words.ts'

test('who writes activities is spoken to in French, English and Arabic', () => checkCatalogue(words))
