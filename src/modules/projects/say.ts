import { type Language, languages } from '#platform/i18n/index.ts'
import { words } from './words.ts'

/** « 340 ko », « 2,4 Mo ». */
export function saySize(lang: Language, bytes: number): string {
  const large = bytes >= 1_000_000
  const number = new Intl.NumberFormat(languages[lang].locale, {
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000))
  return words(lang)(large ? 'megabytes' : 'kilobytes', { number })
}
