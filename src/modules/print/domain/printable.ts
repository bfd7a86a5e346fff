/** Signs our two typefaces can draw: Latin and Arabic letters, digits, punctuation and a few symbols. */
const drawable =
  /[\p{Script=Latin}\p{Script=Arabic}\p{Nd}\p{P}\p{Zs}\p{M}\u200c-\u200f\u2066-\u2069+×÷=<>|~^$€£°\n]/u

/** A text as paper can show it: what no typeface of ours draws (emoji, other scripts) is left out, never the rest. */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .filter((sign) => drawable.test(sign))
    .join('')
    .trim()

/** The same for everything a sheet is made of; drawings (SVG) are left as they are. */
export function printableAll<T>(value: T): T {
  if (typeof value === 'string')
    return (value.startsWith('<svg') || value.startsWith('<?xml') ? value : printable(value)) as T
  if (Array.isArray(value)) return value.map(printableAll) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printableAll(one)])) as T
  return value
}
