import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/fill.ar.json' with { type: 'json' }
import en from './locales/fill.en.json' with { type: 'json' }
import fr from './locales/fill.fr.json' with { type: 'json' }

/** The words of filling a week. */
export const fillWords = catalogue({ fr, en, ar })
