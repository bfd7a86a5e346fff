import type { Language } from '#platform/i18n/language.ts'
import type { Text } from './rule.ts'

/** In which words a page is read: its language, and whether French is said the easy way. */
export interface Reading {
  lang: Language
  easy: boolean
}

/** A sentence of a rule as this reader reads it. */
export const say = (text: Text, { lang, easy }: Reading): string =>
  lang === 'fr' && easy ? (text.easy ?? text.fr) : text[lang]
