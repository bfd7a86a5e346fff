import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/makers.ar.json' with { type: 'json' }
import en from './locales/makers.en.json' with { type: 'json' }
import fr from './locales/makers.fr.json' with { type: 'json' }

/** The words of whoever uses machines: machines, booking one, one's own page. */
export const makersWords = catalogue({ fr, en, ar })
export type MakersWord = keyof typeof fr
