import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The words of projects: what people make. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
