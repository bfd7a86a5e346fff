import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/import.ar.json' with { type: 'json' }
import en from './locales/import.en.json' with { type: 'json' }
import fr from './locales/import.fr.json' with { type: 'json' }

/** The words of bringing sessions in from a file. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
