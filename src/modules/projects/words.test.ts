import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './words.ts'

test('the words of projects are fit to be read in three languages', () => checkCatalogue(words))
