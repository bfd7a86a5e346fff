import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/cohorts.ar.json' with { type: 'json' }
import en from './locales/cohorts.en.json' with { type: 'json' }
import fr from './locales/cohorts.fr.json' with { type: 'json' }

/** What pages and messages about cohorts say. */
export const cohortWords = catalogue({ fr, en, ar })
export type CohortWord = keyof typeof fr
