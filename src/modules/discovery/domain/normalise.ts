import { searchKey } from '#modules/network/index.ts'

/** What a person typed for « where », taken apart. */
export interface TypedPlace {
  /** The name as it is looked for; empty when only a code was typed. */
  key: string
  postalCode: string | null
  /** Code of a département between brackets, « (93) », or alone. */
  departement: string | null
}

/** Longest text looked at, in characters: no town's name and code come near it. */
const longest = 120

/**
 * Takes « 93400 Saint-Ouen », « St Denis (974) », « GRENOBLE CEDEX 9 », « paris 11ème » apart. Digits of other scripts
 * are read as digits; a postal code may hold a space after its département.
 */
export function readTyped(text: string): TypedPlace {
  let rest = text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\bcedex(\s+\d{1,2})?\b/gi, ' ')
  let departement: string | null = null
  rest = rest.replace(/\(\s*(\d{2,3}|2[ab])\s*\)/i, (_, code: string) => {
    departement = code.toUpperCase()
    return ' '
  })
  let postalCode: string | null = null
  rest = rest.replace(/(?<!\d)(\d{2})\s?(\d{3})(?!\d)/, (_, first: string, last: string) => {
    postalCode = `${first}${last}`
    return ' '
  })
  const alone = /^\s*(\d{2,3}|2[ab])\s*$/i.exec(rest)
  if (alone?.[1] && !postalCode) return { key: '', postalCode, departement: alone[1].toUpperCase() }
  return { key: searchKey(rest), postalCode, departement }
}

/** How many letters must be added, taken out, replaced or swapped to go from one word to another. */
export function lettersApart(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** So many wrong letters are forgiven in a name of this length. */
export const forgivenLetters = (key: string): number => (key.length < 4 ? 0 : key.length < 8 ? 1 : 2)
