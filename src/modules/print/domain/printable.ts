/** Whether a typeface of ours draws a sign. */
export type Draws = (sign: string) => boolean

/** Signs that are not drawn but tell how others are: joiners, marks of direction. */
const silent = /[\u200c-\u200f\u2066-\u2069\n]/

/**
 * A text as paper can show it. A letter no typeface of ours draws becomes its plain letter (« ǹ » → « n ») when that one
 * is drawn; what remains (emoji, scripts we have no letters for) is left out, never
 * the rest; a text of nothing else becomes « … ».
 */
export function printable(text: string, draws: Draws): string {
  const drawn = [...text.normalize('NFC')]
    .map((sign) => {
      if (silent.test(sign) || draws(sign)) return sign
      const [plain = ''] = sign.normalize('NFKD')
      return draws(plain) ? plain : ''
    })
    .join('')
    .trim()
  return drawn === '' && text.trim() !== '' ? '…' : drawn
}

/** The same for everything a sheet is made of; drawings (SVG) are left as they are. */
export function printableAll<T>(value: T, draws: Draws): T {
  if (typeof value === 'string') return (value.startsWith('<svg') ? value : printable(value, draws)) as T
  if (Array.isArray(value)) return value.map((one) => printableAll(one, draws)) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printableAll(one, draws)])) as T
  return value
}
