import { catalogue, type Language } from '#platform/i18n/index.ts'
import ar from './locales/ar.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import fr from './locales/fr.json' with { type: 'json' }

/** The words of joining the team, of its pages and of hours given. */
export const words = catalogue({ fr, en, ar })
export type Word = keyof typeof fr

/** What a skill is called, as the person who has it would say it; a code of another catalogue is shown as it is. */
export const saySkill = (lang: Language, skill: string): string =>
  `skill.${skill}` in fr ? words(lang)(`skill.${skill}` as Word) : skill
