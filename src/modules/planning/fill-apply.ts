import { isClash, readSession } from '#modules/programme/index.ts'
import { changeSession } from '#modules/registrations/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertHost } from './db/call-needs.ts'
import { readFill, writeFill } from './db/fills.ts'
import { followSessions } from './follow.ts'

type Schemas = 'planning' | 'programme' | 'network' | 'access' | 'registrations'

/**
 * Gives the chosen sessions the hosts and rooms that were proposed: all of them, or none when something was taken
 * meanwhile. Once applied, a fill is applied: twice is the same as once.
 */
export async function applyFill(
  work: Work<Schemas>,
  command: { fill: number; sessions: readonly number[] },
): Promise<
  Result<
    { sessions: number },
    { refusal: 'fill-unknown' | 'fill-over' } | { refusal: 'taken-meanwhile'; session: number }
  >
> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const fill = await readFill(work, command.fill)
  if (!fill || centre === null) return refuse({ refusal: 'fill-unknown' })
  if (fill.status === 'applied') return done({ sessions: command.sessions.length })
  if (!(await writeFill(work, fill.id, ['proposed'], { status: 'applied' })))
    return refuse({ refusal: 'fill-over' })
  const chosen = (fill.proposal ?? []).filter(({ session }) => command.sessions.includes(session))
  for (const { session: id, hosts, room } of [...chosen].sort((a, b) => a.session - b.session)) {
    const session = await readSession(work, id)
    if (!session || session.status === 'cancelled') return refuse({ refusal: 'taken-meanwhile', session: id })
    try {
      for (const { host } of hosts) await insertHost(work, { session: id, centre }, host)
    } catch (error) {
      if (isClash(error)) return refuse({ refusal: 'taken-meanwhile', session: id })
      throw error
    }
    if (room !== null) {
      const moved = await changeSession(work, { sessionId: id, spaceId: room })
      if (!moved.ok) return refuse({ refusal: 'taken-meanwhile', session: id })
    }
  }
  followSessions(
    work,
    chosen.map(({ session }) => session),
  )
  return done({ sessions: chosen.length })
}
