import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/clinics.ar.json' with { type: 'json' }
import en from './locales/clinics.en.json' with { type: 'json' }
import fr from './locales/clinics.fr.json' with { type: 'json' }

/** What pages and messages about experts say. */
export const clinicWords = catalogue({ fr, en, ar })
export type ClinicWord = keyof typeof fr
