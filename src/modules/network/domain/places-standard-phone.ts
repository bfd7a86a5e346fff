/**
 * The overseas numbers of the French plan, by how they begin, and their country codes (Arcep, numbering plan). 06 39 98,
 * kept for fiction, is not in Mayotte.
 */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^0[56]90/, '+590'],
  [/^0[56]94/, '+594'],
  [/^0[56]96/, '+596'],
  [/^0(26[239]|639(?!98)|69[23])/, '+262'],
]

/** A telephone as the standard’s schema takes it. */
export const isStandardPhone = (text: string): boolean =>
  /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)\d{6,9}$/.test(text)

/**
 * A French telephone in the international form the standard asks for, `+33143051889`; as it was written when it is none.
 * The number tells its territory by itself: Saint-Martin answers at +590 as Guadeloupe does.
 */
export function standardPhone(text: string): string {
  const bare = text.replace(/[\s.\-()]/g, '').replace(/^00/, '+')
  if (!/^0[1-9]\d{8}$/.test(bare)) return isStandardPhone(bare) ? bare : text
  const [, country = '+33'] = overseas.find(([start]) => start.test(bare)) ?? []
  return `${country}${bare.slice(1)}`
}
