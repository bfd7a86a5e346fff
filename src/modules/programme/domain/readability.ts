import type { Language } from '#platform/i18n/index.ts'
import { bare, type Piece, sentencesOf, syllables, wordsIn } from './readability-text.ts'
import { acronyms, knownAcronyms, plainWords } from './readability-words.ts'

/** Words an easy sentence has at most, on average: the bar of this house (docs/decisions/0018). */
export const easyWords = 12
/** Beyond this many words, a sentence is lost on the way. GOV.UK stops at 25, for people who read well. */
export const mostWords = 20
/** A word of so many syllables is hard to read aloud at first sight. */
const longWord = 5

export type Remark = {
  /** What it is about, exactly as written: a sentence, or a word. */
  readonly excerpt: string
  /** Where `excerpt` begins in the text. */
  readonly at: number
} & (
  | { readonly kind: 'sentence-too-long'; readonly words: number; readonly cutAfter: string | null }
  | { readonly kind: 'sentences-long'; readonly average: number }
  | { readonly kind: 'rare-word'; readonly plain: string }
  | { readonly kind: 'long-word' }
  | { readonly kind: 'acronym'; readonly plain: string | null }
)

/**
 * What would make a text hard to read aloud to somebody, in the order of the text; nothing when it is easy. Each remark
 * is tied to the exact words. The rules are the same for a text alone or among others: a sentence is never judged by its
 * neighbours, but for the average.
 */
export function readability(text: string, lang: Language): Remark[] {
  const sentences = sentencesOf(text)
  return [
    ...sentences.flatMap(tooLong),
    ...longOnAverage(sentences),
    ...rareWords(text, lang),
    ...unexplained(text, lang),
    ...(lang === 'ar' ? [] : longWords(text, lang)),
  ].sort((a, b) => a.at - b.at || b.excerpt.length - a.excerpt.length)
}

/** A measure made for pages says nothing of a few words. */
const fewestWords = 10

export type Ease = 'easy' | 'medium' | 'hard'

/**
 * How easy a text is as a whole. French: Kandel and Moles 1958 (207 − 1.015 × words a sentence − 73.6 × syllables a
 * word), easy from 70 up and hard below 50, as on Flesch’s scale. English: LIX, Björnsson 1968 (words a sentence + the
 * hundredth of words above six letters), easy to 40 and hard above 50. Arabic has no measure of the kind that was tried
 * on adults learning to read: the length of its sentences speaks alone. Null for fewer than ten words.
 */
export function easeOf(text: string, lang: Language): Ease | null {
  const sentences = sentencesOf(text)
  const words = wordsIn(text)
  if (sentences.length === 0 || words.length < fewestWords) return null
  const length = words.length / sentences.length
  const band = (value: number, easy: number, hard: number): Ease =>
    value <= easy ? 'easy' : value <= hard ? 'medium' : 'hard'
  if (lang === 'ar') return band(length, easyWords, mostWords)
  if (lang === 'en') {
    const long = words.filter(({ text: word }) => word.length > 6).length
    return band(length + (100 * long) / words.length, 40, 50)
  }
  const spoken = words.reduce((sum, { text: word }) => sum + syllables(bare(word).text, lang), 0)
  return band(-(207 - 1.015 * length - (73.6 * spoken) / words.length), -70, -50)
}

function tooLong({ text, at }: Piece): Remark[] {
  const words = wordsIn(text)
  if (words.length <= mostWords) return []
  return [{ kind: 'sentence-too-long', excerpt: text, at, words: words.length, cutAfter: cutOf(text, words) }]
}

/** The words before the pause nearest to the middle of a sentence: where it could be two. */
function cutOf(text: string, words: readonly Piece[]): string | null {
  const middle = text.length / 2
  const [pause] = [...text.matchAll(/[,;:،؛](?=\s)|\s(?=(?:et|mais|car|puis|and|but|so|then|ثم|لكن)\s)/giu)]
    .map(({ index }) => index)
    .filter((index) => index > text.length / 5 && index < (text.length * 4) / 5)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (pause === undefined) return null
  const before = words.filter(({ at }) => at < pause)
  const from = before[Math.max(0, before.length - 3)]
  return from ? text.slice(from.at, pause).replace(/[\s,;:،؛]+$/u, '') : null
}

function longOnAverage(sentences: readonly Piece[]): Remark[] {
  const counts = sentences.map(({ text }) => wordsIn(text).length)
  const average = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
  const longest = sentences[counts.indexOf(Math.max(...counts))]
  // One sentence is no average; a very long one has its own remark already.
  if (!longest || counts.length < 2 || average <= easyWords || counts.some((count) => count > mostWords))
    return []
  return [{ kind: 'sentences-long', excerpt: longest.text, at: longest.at, average: Math.round(average) }]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patterns = new Map<Language, RegExp>()

function rareWords(text: string, lang: Language): Remark[] {
  let pattern = patterns.get(lang)
  if (!pattern) {
    const longestFirst = Object.keys(plainWords[lang]).sort((a, b) => b.length - a.length)
    pattern = new RegExp(
      `(?<![\\p{L}\\p{M}-])(?:${longestFirst.map(escaped).join('|')})${lang === 'ar' ? '' : 's?'}(?![\\p{L}\\p{M}-])`,
      'giu',
    )
    patterns.set(lang, pattern)
  }
  return [...text.matchAll(pattern)].map((match) => ({
    kind: 'rare-word',
    excerpt: match[0],
    at: match.index,
    plain: plainOf(match[0].toLowerCase(), lang),
  }))
}

/** What to say instead of a word of the list, or of its plural. */
const plainOf = (word: string, lang: Language): string =>
  plainWords[lang][word] ?? plainWords[lang][word.replace(/s$/, '')] ?? ''

function longWords(text: string, lang: 'fr' | 'en'): Remark[] {
  const seen = new Set<string>()
  return wordsIn(text).flatMap(({ text: word, at }) => {
    const { text: core, at: shift } = bare(word)
    const key = core.toLowerCase()
    if (seen.has(key) || plainOf(key, lang) !== '' || core.includes('-')) return []
    if (syllables(core, lang) < longWord) return []
    seen.add(key)
    return [{ kind: 'long-word', excerpt: core, at: at + shift } as const]
  })
}

function unexplained(text: string, lang: Language): Remark[] {
  const seen = new Set<string>()
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu)].flatMap((match) => {
    const letters = match[0]
    // A line in capitals is shouting, not letters that stand for words.
    const shouting = /\p{Lu}{2,}[\s’'-]+\p{Lu}{2,}/u.test(text)
    if (seen.has(letters) || knownAcronyms.has(letters) || shouting) return []
    seen.add(letters)
    const isExplained = new RegExp(`${letters}\\s*\\(|\\([^)]*${letters}[^)]*\\)`, 'u').test(text)
    return isExplained
      ? []
      : [
          {
            kind: 'acronym',
            excerpt: letters,
            at: match.index,
            plain: (lang === 'fr' && acronyms[letters]) || null,
          } as const,
        ]
  })
}
