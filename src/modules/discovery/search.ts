import { readSessions, type Session } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import { type Ranked, rankAround, readSoonest } from './db/search.ts'
import { type Filters, filtersOn, noFilters } from './domain/filters.ts'
import { unit } from './domain/rank.ts'

/** A session of an answer; `metres` from where one asked, null when nobody said where. */
export interface Hit {
  session: Session
  metres: number | null
}

export interface SearchWish {
  at: { latitude: number; longitude: number } | null
  filters?: Filters
  limit: number
  /** How many to leave out at the beginning: those of the pages before. */
  after?: number
}

/** How many of the nearest places are looked at first: most answers are found among them. Each wish makes answers rarer. */
const firstCircle = (wishes: number) => 48 * (1 + 4 * wishes)
/** The circle then grows by what was found in it, a little more than it seems to need, and never by less or more than this. */
const growth = { least: 2, most: 12, margin: 1.25 } as const
/** Nobody turns more pages than this, and no machine needs to. */
const deepest = 500

/**
 * Sessions to come in the order of the rule (`domain/rank.ts`), exactly: the circle of places grows until no place
 * outside it could come before the last session kept. `next` is the `after` of the following page, or null.
 */
export async function searchSessions(
  work: Work<'network' | 'programme'>,
  wish: SearchWish,
): Promise<{ hits: Hit[]; next: number | null }> {
  const after = Math.min(Math.max(0, wish.after ?? 0), deepest)
  const wanted = after + wish.limit + 1
  const filters = wish.filters ?? noFilters
  const ranked = wish.at
    ? await rankExactly(work, wish.at, filters, wanted)
    : (await readSoonest(work, filters, wanted)).map((id) => ({ id, metres: null }))
  const page = ranked.slice(after, after + wish.limit)
  const metres = new Map(page.map((hit) => [hit.id, hit.metres]))
  const sessions = await readSessions(
    work,
    page.map(({ id }) => id),
  )
  return {
    hits: sessions.map((session) => ({ session, metres: metres.get(session.id) ?? null })),
    next: ranked.length === wanted && after + wish.limit <= deepest ? after + wish.limit : null,
  }
}

/** The first `limit` sessions of the rule around a point. */
export async function rankExactly(
  work: Work<'network' | 'programme'>,
  at: { latitude: number; longitude: number },
  filters: Filters,
  limit: number,
): Promise<Ranked[]> {
  for (let places = firstCircle(filtersOn(filters).length); ; ) {
    const { ranked, farthest } = await rankAround(work, unit(at), filters, { places, limit })
    const last = ranked[limit - 1]
    // A session farther away scores more than its distance alone: the last one kept says how far it is worth looking.
    if (farthest === null || (last && last.score <= farthest / 1000)) return ranked
    if (last) return (await rankAround(work, unit(at), filters, { places, limit, within: last.score })).ranked
    const factor = (growth.margin * limit) / Math.max(ranked.length, 1)
    places = Math.ceil(places * Math.min(growth.most, Math.max(growth.least, factor)))
  }
}
