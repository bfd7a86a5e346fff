/** What may be wrong with a machine, as somebody in front of it would say. */
export const breakdownCauses = [
  'does-not-start',
  'stops',
  'bad-result',
  'noise-or-smell',
  'part-broken',
  'nothing-left',
  'other',
] as const
export type BreakdownCause = (typeof breakdownCauses)[number]

/** The longest free words of a report. */
export const longestWords = 120

/**
 * Whether words hold a way to reach somebody: an address, a link, or six digits in a row with whatever stands between
 * them. A report is about a machine and names nobody.
 */
export const holdsContact = (words: string): boolean => {
  const plain = words.normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  return (
    /@|https?:|www\.|\b[\w-]+\.(?:fr|com|org|net|eu|me|io)\b/iu.test(plain) ||
    /(?:\d[\s.\-/()]*){6}/.test(plain)
  )
}
