import type { House } from '#platform/house.ts'
import type { Ctx } from '#platform/http/env.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { readShopByLink, type Shop } from './db/shops.ts'
import type { Reading } from './domain/say.ts'
import { ShopUnknown } from './pages/gone.tsx'
import { centreOfShop } from './read-shop.ts'
import { words } from './words.ts'

/** How the page is read: its language, and in easy words when one asked. */
export const readingOf = (c: Ctx): Reading => ({ lang: c.var.lang, easy: c.req.query('easy') === '1' })

/** The end of an address that stays in easy words. */
export const easyOf = (c: Ctx): string => (readingOf(c).easy ? '?easy=1' : '')

/** A page behind a link: kept by nobody, found by no search. */
export function shopPage(
  c: Ctx,
  house: House,
  title: string,
  body: preact.JSX.Element,
  more: { status?: number; errors?: boolean } = {},
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  return answerPage(
    c,
    house,
    {
      title,
      theme: 'entrepreneurship',
      width: 'narrow',
      head: <meta name="robots" content="noindex" />,
      ...more,
    },
    body,
  )
}

/** A link that opens nothing. */
export const shopUnknown = (c: Ctx, house: House): Response | Promise<Response> =>
  shopPage(c, house, words(c.var.lang)('linkUnknown'), <ShopUnknown lang={c.var.lang} />, { status: 404 })

/** Does something as whoever holds the link of the address; null when it opens nobody's. */
export async function holdingShop<T>(
  c: Ctx,
  house: House,
  act: (work: Work, shop: Shop) => Promise<T>,
): Promise<{ value: T } | null> {
  const token = c.req.param('token') ?? ''
  const centre = await centreOfShop(house, token)
  if (centre === null) return null
  return house.inWork({ kind: 'resident', centre }, async (work) => {
    const shop = await readShopByLink(work, hashOf(token))
    return shop ? { value: await act(work, shop) } : null
  })
}
