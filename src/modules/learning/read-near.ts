import { findWhere, type Hit, searchSessions, type Where } from '#modules/discovery/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readSite } from './db/site.ts'
import type { Need } from './domain/vocabulary.ts'

/** What comes next near home: nothing asked yet, a town that is not clear, or sessions. */
export type Near =
  | { kind: 'unasked' }
  | Exclude<Where, { kind: 'found' }>
  | { kind: 'found'; name: string; hits: Hit[] }

/** How many sessions are proposed: two can be remembered. */
const wanted = 2

/**
 * The two next sessions near a town for these needs, the first need first; then whatever comes next there, so that nobody
 * goes away with nothing.
 */
export async function readNear(
  work: Work<'discovery' | 'network' | 'programme'>,
  town: string,
  needs: readonly Need[],
): Promise<Near> {
  if (!town) return { kind: 'unasked' }
  const where = await findWhere(work, town)
  if (where.kind !== 'found') return where
  return { kind: 'found', name: where.name, hits: await nextSessions(work, where, needs) }
}

/** How far one looks for a session of an activity before taking another of the same need. */
const looked = 20

/**
 * The same around a point that is known: sessions of `activities` before others, then one of each need, in the order of
 * their dates.
 */
async function nextSessions(
  work: Work<'discovery' | 'network' | 'programme'>,
  at: { latitude: number; longitude: number },
  needs: readonly Need[],
  activities: readonly string[] = [],
): Promise<Hit[]> {
  const hits = new Map<number, Hit>()
  const keep = (found: readonly Hit[]) => {
    for (const hit of found) if (hits.size < wanted) hits.set(hit.session.id, hit)
  }
  const found: Hit[][] = []
  for (const need of new Set(needs))
    found.push((await searchSessions(work, { at, filters: { day: [], need }, limit: looked })).hits)
  keep(found.flat().filter(({ session }) => activities.includes(session.activity.slug)))
  keep(found.flatMap((hits) => hits.slice(0, 1)))
  keep(found.flat())
  if (hits.size < wanted) keep((await searchSessions(work, { at, limit: wanted })).hits)
  return [...hits.values()].sort((a, b) => Temporal.ZonedDateTime.compare(a.session.start, b.session.start))
}

/** The same around the site of a centre; none for a centre without one. */
export async function sessionsAround(
  work: Work<'discovery' | 'network' | 'programme'>,
  centre: number,
  needs: readonly Need[],
  activities: readonly string[] = [],
): Promise<Hit[]> {
  const site = await readSite(work, centre)
  return site ? nextSessions(work, site, needs, activities) : []
}
