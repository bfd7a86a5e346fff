import { catalogue } from '#platform/i18n/index.ts'
import ar from './locales/settings.ar.json' with { type: 'json' }
import en from './locales/settings.en.json' with { type: 'json' }
import fr from './locales/settings.fr.json' with { type: 'json' }

/** The words of centres and rooms, as those who open them read them. */
export const settingsWords = catalogue({ fr, en, ar })
export type SettingsWord = keyof typeof fr
