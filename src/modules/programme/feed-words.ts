import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/feeds.ar.json' with { type: 'json' }
import en from './locales/feeds.en.json' with { type: 'json' }
import fr from './locales/feeds.fr.json' with { type: 'json' }

/** The words of feeds, of the list for other sites, and of the pages that explain them. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
