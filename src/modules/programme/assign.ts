import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { isClash } from './db/change.ts'
import { readSession } from './db/read.ts'
import { deleteOtherHoldings, insertHoldings, readIngredients } from './db/season.ts'
import { lockSeats } from './db/seats.ts'

export interface Assign {
  sessions: readonly number[]
  /** Who hosts, all of them; undefined leaves them as they are. */
  hosts?: readonly number[]
  /** Which kits serve, all of them; undefined leaves them as they are. */
  kits?: readonly number[]
}

/** Says who hosts sessions of the actor's centre, and with which kits. All of them or none. */
export async function assign(
  work: Work<'programme' | 'network' | 'access'>,
  command: Assign,
): Promise<
  Result<{ sessions: number }, { refusal: 'session-unknown' | 'host-unknown' | 'kit-unknown' | 'clash' }>
> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const held = { hosts: command.hosts ?? [], kits: command.kits ?? [] }
  try {
    for (const id of [...command.sessions].sort((a, b) => a - b)) {
      const session = await readSession(work, id)
      if (centre === null || session?.centre.id !== centre) return refuse({ refusal: 'session-unknown' })
      // Two who change the hosts of one session take turns.
      await lockSeats(work, id)
      const found = await readIngredients(work, centre, {
        activityId: session.activity.id,
        placeId: session.place.id,
        spaces: [],
        ...held,
      })
      if (found.hosts.length < new Set(held.hosts).size) return refuse({ refusal: 'host-unknown' })
      if (found.kits.length < new Set(held.kits).size) return refuse({ refusal: 'kit-unknown' })
      await deleteOtherHoldings(work, id, command)
      await insertHoldings(work, centre, [id], held)
    }
    return done({ sessions: command.sessions.length })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
