/** The longest name kept, in characters. */
export const longestName = 80

// Letters that show nothing: fillers of Hangul and the joiners of other scripts, allowed inside a name, not alone.
const invisible = /[\p{Cf}\p{M}\s\u115f\u1160\u3164\uffa0]/gu

/**
 * A name as the person wants to be called: any script, one word or five. Control characters, and the invisible marks
 * that reverse the order of letters on a screen, are taken out; runs of spaces become one. Empty when nothing would be
 * seen on a roll.
 */
export function cleanName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u200b]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name.replace(invisible, '') === '' ? '' : name
}

/** The same person writes « José », « jose » or « JOSÉ »: equal keys mean the same first name. */
export const nameKey = (name: string) =>
  cleanName(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || cleanName(name)
