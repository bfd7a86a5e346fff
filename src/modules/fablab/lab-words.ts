import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/lab.ar.json' with { type: 'json' }
import en from './locales/lab.en.json' with { type: 'json' }
import fr from './locales/lab.fr.json' with { type: 'json' }

/** What the team's pages of the FabLab say, and the pages one reads in front of a machine. */
export const labWords = catalogue({ fr, en, ar })
export type LabWord = keyof typeof fr
