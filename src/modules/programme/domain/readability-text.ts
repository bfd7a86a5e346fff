import type { Language } from '#platform/i18n/index.ts'

/** A piece of a text and where it begins there. */
export interface Piece {
  text: string
  at: number
}

/** The sentences of a text: they end with a stop followed by a space, or with the line. */
export const sentencesOf = (text: string): Piece[] =>
  [...text.matchAll(/[^\s][^\n]*?(?:[.!?…؟]+[»”")\]]*(?=\s|$)|(?=\n|$))/gu)]
    .map((match) => trimmed(match[0], match.index))
    .filter(({ text: sentence }) => /\p{L}/u.test(sentence))

const trimmed = (text: string, at: number): Piece => ({ text: text.trimEnd(), at })

/** The words of a text: what stands between spaces and holds a letter, as one counts them aloud (« l’heure » is one). */
export const wordsIn = (text: string): Piece[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter(({ text: word }) => /\p{L}/u.test(word))

/** A word without what leans on it: « l’application » is « application ». */
export const bare = (word: string): Piece => {
  const at = word.search(/(?<=^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'])/iu)
  return at > 0 ? { text: word.slice(at), at } : { text: word, at: 0 }
}

const vowels = /[aeiouyàâäéèêëîïôöùûüÿœæ]+/giu

/**
 * Syllables of a French or English word, by its groups of vowels; a silent ending (`-e`, `-es`, `-ent` after a
 * consonant in French, `-e`, `-ed` in English) is not counted when something else is. Right for nine words in ten, as
 * such counts go, which is enough to notice a word of five.
 */
export function syllables(word: string, lang: Exclude<Language, 'ar'>): number {
  const silent =
    lang === 'fr'
      ? /(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])(?:es?|ent)$|(?<=[qg])ues?$/iu
      : /(?<=[^aeiouyl]|[aeiouy]l)e$|(?<=[^aeiouytd])ed$/iu
  const voiced = word.replace(silent, '')
  return Math.max(1, voiced.match(vowels)?.length ?? word.match(vowels)?.length ?? 1)
}
