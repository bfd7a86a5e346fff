import { readWaitingOf } from '#modules/registrations/index.ts'
import type { Work } from '#platform/work/index.ts'
import { readDateCounts } from './db/courses.ts'
import type { Hit } from './search.ts'

/** A session found, with what its ticket says besides. */
export interface Shown extends Hit {
  /** Dates one joins with it; 1 for a session on its own. */
  dates: number
  /** People who wait for it. */
  waiting: number
}

/** Adds to what was found how many dates each course has, and how many people wait where no chair is left. */
export async function withCrowd(
  work: Work<'programme' | 'registrations'>,
  hits: readonly Hit[],
): Promise<Shown[]> {
  const ids = (wanted: (hit: Hit) => boolean) => hits.filter(wanted).map(({ session }) => session.id)
  const dates = await readDateCounts(
    work,
    ids(({ session }) => session.course !== null),
  )
  const waiting = await readWaitingOf(
    work,
    ids(({ session }) => session.seatsLeft === 0),
  )
  return hits.map((hit) => ({
    ...hit,
    dates: dates.get(hit.session.id) ?? 1,
    waiting: waiting.get(hit.session.id) ?? 0,
  }))
}
