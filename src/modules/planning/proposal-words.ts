import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/proposals.ar.json' with { type: 'json' }
import en from './locales/proposals.en.json' with { type: 'json' }
import fr from './locales/proposals.fr.json' with { type: 'json' }

/** The words of partners and their proposals. */
export const proposalWords = catalogue({ fr, en, ar })
export type ProposalWord = keyof typeof fr
