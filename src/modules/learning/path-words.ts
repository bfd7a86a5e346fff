import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/paths.ar.json' with { type: 'json' }
import en from './locales/paths.en.json' with { type: 'json' }
import fr from './locales/paths.fr.json' with { type: 'json' }

/** The words of paths, of a learner's page and of the team's. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr
