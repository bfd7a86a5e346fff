import type { InWork, Work } from '#platform/work/index.ts'

/** What never changes about a session: the centre it belongs to, and the postal code of where it was planned. */
export interface Whereabouts {
  centre: number
  postalCode: string
}

// By way to the database: a test process opens several, and their sessions bear the same numbers.
const memories = new WeakMap<InWork, Map<number, Whereabouts>>()
const most = 20_000

/**
 * The centre and postal code of a session, remembered by this process: a session never changes centre, and a rush on one
 * of them then asks the database nothing before it joins. Null for an unknown session, which is not remembered.
 */
export async function whereaboutsOf(inWork: InWork, session: number): Promise<Whereabouts | null> {
  const remembered = memories.get(inWork) ?? new Map<number, Whereabouts>()
  memories.set(inWork, remembered)
  const known = remembered.get(session)
  if (known) return known
  if (!Number.isSafeInteger(session) || session < 1 || session > 2_147_483_647) return null
  const found = await inWork({ kind: 'visitor' }, (work) => read(work, session))
  if (found) {
    if (remembered.size >= most) remembered.clear()
    remembered.set(session, found)
  }
  return found
}

async function read(work: Work<'programme' | 'network'>, session: number): Promise<Whereabouts | null> {
  const row = await work.tx
    .selectFrom('programme.sessions as s')
    .innerJoin('network.places as p', 'p.id', 's.place_id')
    .select(['s.centre_id as centre', 'p.postal_code as postalCode'])
    .where('s.id', '=', session)
    .executeTakeFirst()
  return row ?? null
}
