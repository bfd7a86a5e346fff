import type { Language } from '#platform/i18n/index.ts'
import { words } from './words.ts'

/** What a gesture may have done; its page says so once it is back. */
const gestures = [
  'planned',
  'published',
  'moved',
  'cancelled',
  'thrown',
  'hosts',
  'seats',
  'copied',
  'copiedAlone',
  'imported',
] as const
export type Gesture = (typeof gestures)[number]

/** An address with what was done, so that the page it leads to can say it. */
export const saying = (address: string, gesture: Gesture, count: number): string =>
  `${address}${address.includes('?') ? '&' : '?'}said=${gesture}.${count}`

/** The sentence of what was done, from an address; null when there is none. */
export function readSaid(lang: Language, typed: string | undefined): string | null {
  const [, name, count] = /^([a-zA-Z]+)\.(\d{1,6})$/.exec(typed ?? '') ?? []
  const gesture = gestures.find((known) => known === name)
  return gesture ? words(lang)(`said.${gesture}`, { count: Number(count) }) : null
}
