import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/rounds.ar.json' with { type: 'json' }
import en from './locales/rounds.en.json' with { type: 'json' }
import fr from './locales/rounds.fr.json' with { type: 'json' }

/** The words of rounds. */
export const roundWords = catalogue({ fr, en, ar })
export type RoundWord = keyof typeof fr
