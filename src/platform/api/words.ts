import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The sentences of what can go wrong between two machines. */
export const words = catalogue({ fr, en, ar })
