import type { Language } from '#platform/i18n/index.ts'
import { stopWords } from './stop-words.ts'

const gestures = ['planned', 'saved', 'moved', 'cancelled', 'round'] as const

/** The sentence of what was done, from an address (`said=moved.3`); null when there is none. */
export function readStopSaid(lang: Language, typed: string | undefined): string | null {
  const [, name, count] = /^([a-z]+)\.(\d{1,4})$/.exec(typed ?? '') ?? []
  const gesture = gestures.find((known) => known === name)
  return gesture ? stopWords(lang)(`said.${gesture}`, { count: Number(count) }) : null
}
