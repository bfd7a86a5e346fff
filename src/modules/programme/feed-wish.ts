import { z } from 'zod'
import { type Language, languageCodes } from '#platform/i18n/index.ts'
import { words as uiWords } from '#ui/words.ts'
import { words as activityWords } from './activity-words.ts'
import type { FeedWish } from './db/feed.ts'
import { type NeedCode, needCodes } from './domain/activity.ts'
import { type Theme, themes } from './domain/vocabulary.ts'
import { words as feedWords } from './feed-words.ts'
import { words } from './words.ts'

/** How many sessions a feed of news or a list for another site holds, unless told otherwise; and at most. */
const usual = 20
const most = 100

const number = z.coerce.number().int().min(1)
const wish = z.object({
  place: number.max(2_147_483_647).optional(),
  need: z.string().max(80).optional(),
  theme: z.string().max(40).optional(),
  centre: z.string().trim().max(80).optional(),
  town: z.string().trim().max(80).optional(),
  near: z.string().trim().max(80).optional(),
  limit: number.catch(usual).transform((count) => Math.min(count, most)),
})

/** What an address asks for; null when no session can be it. */
export function readWish(query: Record<string, string>): (FeedWish & { limit: number }) | null {
  const asked: Record<string, string> = {}
  for (const [name, value] of Object.entries(query))
    if (value !== '') asked[name] = value.replaceAll('\0', '')
  const read = wish.safeParse({ limit: usual, ...asked })
  return read.success ? read.data : null
}

/** The filters of an address and its language, in one order: the same feed has one address. */
export function queryOf(wished: FeedWish, more: { lang?: Language; limit?: number } = {}): string {
  const query = new URLSearchParams()
  for (const name of ['place', 'need', 'theme', 'centre', 'town', 'near'] as const)
    if (wished[name] !== undefined) query.set(name, String(wished[name]))
  if (more.limit !== undefined && more.limit !== usual) query.set('limit', String(more.limit))
  if (more.lang && languageCodes.includes(more.lang)) query.set('lang', more.lang)
  return query.size === 0 ? '' : `?${query}`
}

const isNeed = (need: string | undefined): need is NeedCode => needCodes.some((code) => code === need)
const isTheme = (theme: string | undefined): theme is Theme => themes.some((name) => name === theme)

/** What a feed is called: what it holds, then what it is narrowed to. `names`: of its place and its centre. */
export function feedName(lang: Language, wished: FeedWish, names: readonly string[]): string {
  const { need, theme, town, near } = wished
  return [
    words(lang)('calendarName'),
    ...names,
    ...(isTheme(theme) ? [uiWords(lang)(theme)] : []),
    ...(isNeed(need) ? [activityWords(lang)(`need.${need}`)] : []),
    ...(town ? [town] : []),
    ...(near ? [feedWords(lang)('around', { town: near })] : []),
  ].join(' · ')
}

/** Where people read what a feed holds: the page of the place, or the results. */
export const feedHome = ({ place, town, near, need, theme }: FeedWish): string =>
  place === undefined ? `/sessions${queryOf({ near: near ?? town, need, theme })}` : `/places/${place}`
