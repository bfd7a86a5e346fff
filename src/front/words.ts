import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The words of failed requests, and of the two pages every house owes: your data, accessibility. */
export const words = catalogue({ fr, en, ar })

export type Word = Parameters<ReturnType<typeof words>>[0]
