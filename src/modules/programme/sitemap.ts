import type { ListedPage } from './db/feed.ts'

const inXml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** Addresses of public pages (sitemaps.org), each with the day it last changed when we know it. */
export function sitemap(publicUrl: string, pages: readonly ListedPage[]): string {
  const urls = pages.map(({ path, changedAt }) => {
    const day = changedAt?.toZonedDateTimeISO('UTC').toPlainDate()
    return `<url><loc>${inXml(`${publicUrl}${path}`)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

/** Pages that are the same for everybody, besides sessions and places. */
export const lastingPages: readonly ListedPage[] = [
  '/',
  '/sessions',
  '/places',
  '/stops',
  '/games',
  '/skills',
  '/paths',
  '/exercises',
  '/verify',
  '/volunteer',
  '/feeds',
  '/privacy',
  '/accessibility',
].map((path) => ({ path, changedAt: null }))

// Pages of the team answer with the way to sign in, and links of persons with nothing: no use to a search engine.
const closed = [
  '/desk',
  '/plan',
  '/team',
  '/print',
  '/partner',
  '/sign-in',
  '/registrations/',
  '/calls/',
  '/feeds/hosts/',
  '/games/live',
  '/learning',
  '/badges',
  '/play/',
  '/g/',
  '/l/',
  '/b/',
]

/** What search engines may read, and where the list of pages is. */
export const robots = (publicUrl: string): string =>
  [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n')
