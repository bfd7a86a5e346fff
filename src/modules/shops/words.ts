import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The words of a shop's diagnostic, of its plan, and of the rules behind it. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
