import { type CallBack, readCallBacks } from '#modules/people/index.ts'
import { readSessionsOfCentre, type Session } from '#modules/programme/index.ts'
import type { MemberActor } from '#platform/http/env.ts'
import type { Work } from '#platform/work/index.ts'
import { readFigures, type SessionFigures } from './db/figures.ts'
import type { Schemas } from './read-roll-call.ts'

/** Days the desk looks ahead, today not counted. */
const daysAhead = 7

export interface Desk {
  days: { date: Temporal.ZonedDateTime; sessions: { session: Session; figures: SessionFigures | null }[] }[]
  calls: CallBack[]
}

/** Today and the seven days after, at a member's centre and its stops, each day in the place's own zone; a facilitator sees the sessions she hosts. */
export async function readDesk(work: Work<Schemas>, member: MemberActor & { centre: number }): Promise<Desk> {
  const found = await readSessionsOfCentre(work, {
    centre: member.centre,
    // A day in any zone begins within 24 hours of now.
    from: work.now.subtract({ hours: 24 }),
    to: work.now.add({ hours: 24 * (daysAhead + 1) }),
    ...(member.role === 'facilitator' && { host: member.member }),
  })
  const shown = found.filter(({ start, status }) => {
    const today = work.now.toZonedDateTimeISO(start.timeZoneId).toPlainDate()
    const days = today.until(start.toPlainDate()).days
    return status !== 'draft' && days >= 0 && days <= daysAhead
  })
  const figures = await readFigures(
    work,
    shown.map(({ id }) => id),
  )
  const days = new Map<string, Desk['days'][number]>()
  for (const session of shown) {
    const key = session.start.toPlainDate().toString()
    const day = days.get(key) ?? { date: session.start, sessions: [] }
    day.sessions.push({ session, figures: figures.get(session.id) ?? null })
    days.set(key, day)
  }
  return {
    days: [...days.values()],
    calls: member.role === 'facilitator' ? [] : await readCallBacks(work),
  }
}
