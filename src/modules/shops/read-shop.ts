import { type Hit, searchSessions } from '#modules/discovery/index.ts'
import type { House } from '#platform/house.ts'
import { hashOf } from '#platform/seal/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readDone } from './db/done-actions.ts'
import { type Measure, readMeasures } from './db/measures.ts'
import { readCentreOfShop, readShopByLink, type Shop } from './db/shops.ts'
import { readSite } from './db/site.ts'
import type { Rule } from './domain/rule.ts'
import { readRules } from './read-rules.ts'

/** The centre of the shop a link opens; null for a forged or unknown one, whatever it looks like. */
export async function centreOfShop(house: House, token: string): Promise<number | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(token)) return null
  return house.inWork({ kind: 'visitor' }, (work) => readCentreOfShop(work, hashOf(token)))
}

/** Everything behind a link: the shop, each time it was measured, what it did, and the rules of the day. */
export interface ShopView {
  shop: Shop
  measures: readonly Measure[]
  done: ReadonlySet<string>
  rules: readonly Rule[]
  /** The day it is, at the shop’s centre. */
  on: string
}

export async function readShopView(work: Work<'shops' | 'network'>, token: string): Promise<ShopView | null> {
  const shop = await readShopByLink(work, hashOf(token))
  if (!shop) return null
  const site = await readSite(work, shop.centre)
  return {
    shop,
    measures: (await readMeasures(work, [shop.id])).get(shop.id) ?? [],
    done: await readDone(work, shop.id),
    rules: await readRules(work),
    on: work.now
      .toZonedDateTimeISO(site?.timeZone ?? 'Europe/Paris')
      .toPlainDate()
      .toString(),
  }
}

/** How far ahead in the list of sessions near a centre an activity is looked for. */
const looked = 60

/** The next session of each of these activities around a centre, with a seat left. */
export async function sessionsFor(
  work: Work<'discovery' | 'network' | 'programme'>,
  centre: number,
  activities: readonly string[],
): Promise<ReadonlyMap<string, Hit>> {
  const site = await readSite(work, centre)
  if (!site || activities.length === 0) return new Map()
  const wanted = new Set(activities)
  const found = new Map<string, Hit>()
  const all = [
    ...(
      await searchSessions(work, {
        at: site,
        limit: looked,
        filters: { day: [], audience: 'shopkeepers', seats: 'yes' },
      })
    ).hits,
    ...(await searchSessions(work, { at: site, limit: looked, filters: { day: [], seats: 'yes' } })).hits,
  ]
  for (const hit of all)
    if (wanted.has(hit.session.activity.slug) && !found.has(hit.session.activity.slug))
      found.set(hit.session.activity.slug, hit)
  return found
}
