import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { plain, uidOf } from './calendar.ts'
import type { ListedInFeed } from './db/feed.ts'
import { wordsOf } from './domain/session.ts'
import { listSession } from './session-json.ts'

/** What a feed says of itself. Addresses are whole. */
export interface FeedHead {
  title: string
  lang: Language
  publicUrl: string
  /** Where people read the same. */
  homeUrl: string
  feedUrl: string
}

/** When and where, before what we do: a reader that shows one line shows what matters. */
export const newsOf = ({ session }: ListedInFeed, lang: Language): string => {
  const { name, address, postalCode, city } = session.place
  return plain(
    [
      sayMoment(lang, session.start),
      `${name}, ${address}, ${postalCode} ${city}`,
      wordsOf(session, lang).summary,
    ].join('\n'),
  )
}

/**
 * Sessions as a JSON Feed 1.1 (jsonfeed.org). What machines want besides is under `_maillage`, in the words of
 * `/api/v1/sessions`.
 */
export function jsonFeed(
  { title, lang, publicUrl, homeUrl, feedUrl }: FeedHead,
  listed: readonly ListedInFeed[],
): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    language: lang,
    items: listed.map((one) => ({
      id: uidOf(one.session.id, publicUrl),
      url: `${publicUrl}/sessions/${one.session.id}`,
      title: wordsOf(one.session, lang).title,
      content_text: newsOf(one, lang),
      date_modified: one.changedAt.toString({ smallestUnit: 'second' }),
      language: one.session.activity.texts[lang] ? lang : 'fr',
      tags: [one.session.activity.theme, one.session.activity.format],
      _maillage: { about: `${publicUrl}/feeds`, ...listSession(one.session, lang, null) },
    })),
  }
  return JSON.stringify(feed, (_, value) => (typeof value === 'string' ? plain(value) : value))
}
