import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './words.ts'

test('a machine is told what went wrong in French, English and Arabic', () => checkCatalogue(words))
