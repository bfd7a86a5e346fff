import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The words of the frame and of the components, in every language. */
export const words = catalogue({ fr, en, ar })

/** The four themes, each with its own weave. */
export const themes = ['discovery', 'learning', 'training', 'entrepreneurship'] as const
/** A theme of the programme: a colour, a weave and a word. */
export type Theme = (typeof themes)[number]

/** The six formats of an activity, each with its pictogram. */
export const formats = ['workshop', 'game', 'fablab', 'talk', 'course', 'clinic'] as const
/** How an activity is held. */
export type Format = (typeof formats)[number]
