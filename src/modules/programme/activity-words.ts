import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/activity.ar.json' with { type: 'json' }
import en from './locales/activity.en.json' with { type: 'json' }
import fr from './locales/activity.fr.json' with { type: 'json' }

/** The words of the catalogue of activities: its list, its form, remarks on texts, import. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
