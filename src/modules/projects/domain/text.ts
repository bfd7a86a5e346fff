import { cleanSentence, contactIn } from '#modules/people/index.ts'

/** Why a text is not shown to everybody. */
export type TextRefusal =
  | 'text-missing'
  | 'text-too-short'
  | 'text-too-long'
  | 'text-phone'
  | 'text-mail'
  | 'text-link'

/**
 * Why a text of a project cannot be shown, or null: its length, and that it says how to reach nobody. A member reads each
 * one all the same.
 */
export function refusalOf(
  text: string,
  { least, most }: { least: number; most: number },
): TextRefusal | null {
  if (text === '') return 'text-missing'
  if (text.length < least) return 'text-too-short'
  if (text.length > most) return 'text-too-long'
  const contact = contactIn(withoutMeasures(text))
  return contact && `text-${contact}`
}

/** « 120 × 45 × 30 mm », « 20, 40 et 60 cm »: numbers of a drawing, which are nobody's phone. */
const measures =
  /(?<![\d+])\d{1,4}(?:[.,]\d{1,2})?(?:\s*(?:[x×*/;,]|et|and|à|و|-)\s*\d{1,4}(?:[.,]\d{1,2})?){0,3}\s*(?:mm|cm|m|g|kg|ml|cl|l|v|w|ma|°c?|%|ملم|سم|غ|min|h)(?!\p{L})/giu
const withoutMeasures = (text: string) => text.replace(measures, ' … ')

/** A text on one line, without the signs that hide or turn letters round. */
export const cleanText = cleanSentence
