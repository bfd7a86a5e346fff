import { findWhere, type Hit, searchSessions, type Where } from '#modules/discovery/index.ts'
import type { Work } from '#platform/work/index.ts'
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

/** The same around a point that is known. */
export async function nextSessions(
  work: Work<'discovery' | 'network' | 'programme'>,
  at: { latitude: number; longitude: number },
  needs: readonly Need[],
): Promise<Hit[]> {
  const hits = new Map<number, Hit>()
  const wishes = [...needs.map((need) => ({ day: [], need })), { day: [] }]
  for (const filters of wishes) {
    if (hits.size >= wanted) break
    for (const hit of (await searchSessions(work, { at, filters, limit: wanted })).hits)
      if (hits.size < wanted) hits.set(hit.session.id, hit)
  }
  return [...hits.values()]
}
