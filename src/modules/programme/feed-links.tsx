import type { Language } from '#platform/i18n/index.ts'
import type { FeedWish } from './db/feed.ts'
import { feedName, queryOf } from './feed-wish.ts'

/** The kinds of feeds, and what each is called by whoever looks for one. */
export const feedTypes = {
  ics: 'text/calendar',
  json: 'application/feed+json',
  rss: 'application/rss+xml',
} as const

type Props = {
  readonly lang: Language
  readonly wish: FeedWish
  /** Names of the place or the centre it is narrowed to, if any. */
  readonly names?: readonly string[]
}

/** For the head of a page of sessions: where readers and agendas find the same, by themselves. */
export const FeedLinks = ({ lang, wish, names = [] }: Props) => (
  <>
    {(['ics', 'rss', 'json'] as const).map((kind) => (
      <link
        key={kind}
        rel="alternate"
        type={feedTypes[kind]}
        title={feedName(lang, wish, names)}
        href={`/feeds/sessions.${kind}${queryOf(wish, { lang })}`}
      />
    ))}
  </>
)
