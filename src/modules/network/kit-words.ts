import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/kits.ar.json' with { type: 'json' }
import en from './locales/kits.en.json' with { type: 'json' }
import fr from './locales/kits.fr.json' with { type: 'json' }

/** The words of what moves from room to room. */
export const kitWords = catalogue({ fr, en, ar })
export type KitWord = keyof typeof fr
