import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/calls.ar.json' with { type: 'json' }
import en from './locales/calls.en.json' with { type: 'json' }
import fr from './locales/calls.fr.json' with { type: 'json' }

/** The words of asking somebody to host: messages, her page, the coordinator’s. */
export const callWords = catalogue({ fr, en, ar })
export type CallWord = keyof typeof fr
