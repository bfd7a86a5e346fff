import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/live.ar.json' with { type: 'json' }
import en from './locales/live.en.json' with { type: 'json' }
import fr from './locales/live.fr.json' with { type: 'json' }

/** The words of a live game: of the phones (`play.`), of who runs it (`drive.`), of the big screen (`screen.`). */
export const liveWords = catalogue({ fr, en, ar })
export type LiveWord = keyof typeof fr
