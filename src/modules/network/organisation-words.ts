import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/organisations.ar.json' with { type: 'json' }
import en from './locales/organisations.en.json' with { type: 'json' }
import fr from './locales/organisations.fr.json' with { type: 'json' }

/** The words of partner organisations. */
export const organisationWords = catalogue({ fr, en, ar })
export type OrganisationWord = keyof typeof fr
