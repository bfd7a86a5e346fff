import type { Language } from '#platform/i18n/index.ts'
import type { FeedWish } from './db/feed.ts'
import { feedHome, queryOf } from './feed-wish.ts'
import { words } from './feed-words.ts'

/** Whole addresses of everything one can follow for a choice. */
export function addressesOf(publicUrl: string, wish: FeedWish, lang: Language) {
  const query = queryOf(wish, { lang })
  return {
    ics: `${publicUrl}/feeds/sessions.ics${query}`,
    json: `${publicUrl}/feeds/sessions.json${query}`,
    rss: `${publicUrl}/feeds/sessions.rss${query}`,
    embed: `${publicUrl}/embed/sessions${query}`,
    piece: `${publicUrl}/embed/sessions.html${query}`,
    home: `${publicUrl}${feedHome(wish)}`,
  }
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const inHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => named[sign] ?? sign)

/** What a webmaster pastes into a page. */
export function snippetsOf(publicUrl: string, wish: FeedWish, lang: Language, name: string) {
  const { embed, home } = addressesOf(publicUrl, wish, lang)
  const title = inHtml(words(lang)('frameTitle'))
  return {
    frame: `<iframe src="${inHtml(embed)}" title="${title}"\n  width="100%" height="640" loading="lazy"></iframe>`,
    link: `<a href="${inHtml(home)}">${inHtml(name)}</a>`,
  }
}
