import { Feed } from 'feed'
import { sayMoment } from '#platform/i18n/index.ts'
import { plain } from './calendar.ts'
import type { ListedInFeed } from './db/feed.ts'
import { wordsOf } from './domain/session.ts'
import { type FeedHead, newsOf } from './json-feed.ts'

/**
 * Sessions as RSS 2.0, the soonest first: what comes next matters more than what was written last. The date of an item is
 * when what it says last changed, as RSS wants it; when it is held is in its title.
 */
export function rss(
  { title, lang, publicUrl, homeUrl, feedUrl }: FeedHead,
  listed: readonly ListedInFeed[],
): string {
  const newest = Math.max(0, ...listed.map(({ changedAt }) => changedAt.epochMilliseconds))
  // biome-ignore-start lint/style/noRestrictedGlobals: the library takes its moments as Date, and asks no clock.
  const feed = new Feed({
    title: plain(title),
    description: plain(title),
    link: homeUrl,
    language: lang,
    generator: 'Maillage',
    ttl: 60,
    feedLinks: { rss: feedUrl },
    updated: new Date(newest),
  })
  for (const one of listed) {
    const { session } = one
    const said = wordsOf(session, lang)
    feed.addItem({
      title: plain(`${said.title} · ${sayMoment(lang, session.start)}`),
      link: `${publicUrl}/sessions/${session.id}`,
      date: new Date(one.changedAt.epochMilliseconds),
      description: newsOf(one, lang),
      category: [{ name: session.activity.theme }, { name: session.activity.format }],
    })
  }
  // biome-ignore-end lint/style/noRestrictedGlobals: the library takes its moments as Date, and asks no clock.
  return feed.rss2()
}
