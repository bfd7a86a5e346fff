import { test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { words } from './feed-words.ts'

test('who follows a feed, shows our list or keeps a secret agenda is spoken to in French, English and Arabic', () =>
  checkCatalogue(words))
