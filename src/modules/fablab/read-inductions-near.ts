import { readSessionsOfCentre, type Session, standingOf } from '#modules/programme/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Machine } from './domain/vocabulary.ts'

/** How far one plans ahead, and how many dates one compares. */
const days = 60
const shown = 3

/** The next sessions of the machine's centre during which it is shown, with a seat left, soonest first. */
export async function readInductionSessions(work: Work<'programme'>, machine: Machine): Promise<Session[]> {
  const activities = machine.inductions.flatMap(({ activities }) => activities)
  if (activities.length === 0) return []
  const window = { from: work.now, to: work.now.add({ hours: 24 * days }) }
  const sessions = await readSessionsOfCentre(work, { centre: machine.centre, ...window })
  // The machine's own induction first: the tour of the lab is given in many sessions.
  const own = new Set(machine.inductions.at(-1)?.activities)
  const open = sessions.filter(
    (session) => activities.includes(session.activity.slug) && standingOf(session, work.now) === 'open',
  )
  const first = open.filter(({ activity }) => own.has(activity.slug))
  return (first.length > 0 ? first : open).slice(0, shown)
}
