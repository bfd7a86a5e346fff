import { readStops } from '#modules/network/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readStopsAround } from './db/centres.ts'
import { type Filters, filtersOn, noFilters, without } from './domain/filters.ts'
import { unit } from './domain/rank.ts'
import { type Found, findWhere, type Where } from './find-where.ts'
import type { Relaxed, ResultsProps } from './pages/results.tsx'
import { type Hit, searchSessions } from './search.ts'
import { withCrowd } from './with-crowd.ts'

/** Tickets on a page. */
const pageLength = 12
/** Nothing is counted beyond this. */
const mostCounted = 50
/** Farther than this, metres, an answer is none: what comes near is offered too, and a person to call. */
const reach = 100_000
/** The nomadic team is worth waiting for within this distance, metres. */
const stopsWithin = 40_000

export type Results = Pick<
  ResultsProps,
  'where' | 'hits' | 'next' | 'relaxed' | 'isNear' | 'nearest' | 'stops'
>

/** What the results page shows, or the question to ask first. */
export async function readResults(
  work: Work,
  wish: { near: string; filters: Filters; from: number },
): Promise<({ kind: 'results' } & Results) | Exclude<Where, Found>> {
  const where = wish.near ? await findWhere(work, wish.near) : null
  if (where && where.kind !== 'found') return where
  const ask = (filters: Filters, limit: number, after = 0) =>
    searchSessions(work, { at: where, filters, limit, after })
  const { hits, next } = await ask(wish.filters, pageLength, wish.from)
  const relaxed: Relaxed[] = []
  const on = filtersOn(wish.filters)
  if (!isNear(hits[0]))
    for (const name of on) {
      const other = await ask(without(wish.filters, name), mostCounted)
      if (isNear(other.hits[0]) || (hits.length === 0 && other.hits.length > 0))
        relaxed.push({ name, count: other.hits.length, more: other.next !== null })
    }
  const nearest = hits.length === 0 && relaxed.length === 0 ? (await ask(noFilters, 3)).hits : []
  return {
    kind: 'results',
    where,
    hits: await withCrowd(work, hits),
    next,
    relaxed,
    isNear: isNear(hits[0]),
    nearest: await withCrowd(work, nearest),
    stops: where && wish.from === 0 ? await stopsAround(work, where) : [],
  }
}

/** Whether a first answer is within reach; where nobody said where they live, every answer is. */
const isNear = (first: Hit | undefined): boolean => first !== undefined && (first.metres ?? 0) <= reach

async function stopsAround(work: Work, where: Found) {
  const near = await readStopsAround(work, unit(where), stopsWithin)
  if (near.length === 0) return []
  const wanted = new Set(near.map(({ stop }) => stop))
  return (await readStops(work, { limit: 500 })).filter(({ id }) => wanted.has(id))
}
