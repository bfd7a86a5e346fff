import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/stops.ar.json' with { type: 'json' }
import en from './locales/stops.en.json' with { type: 'json' }
import fr from './locales/stops.fr.json' with { type: 'json' }

/** The words of the stops as residents see them. */
export const stopWords = catalogue({ fr, en, ar })
export type StopWord = keyof typeof fr
