import { readSession, season } from '#modules/programme/index.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readHoldings } from './db/session.ts'

/** Copies a session to another date as a draft, with its hosts and kits when they are free then, without them otherwise. */
export async function copySession(
  work: Work<'programme' | 'network' | 'access'>,
  command: { sessionId: number; on: Temporal.PlainDate; time: Temporal.PlainTime },
): Promise<
  Result<
    { session: number; withHosts: boolean },
    season.SeriesRefusal | { refusal: 'session-unknown' | 'clash' }
  >
> {
  const session = await readSession(work, command.sessionId)
  if (!session || !('centre' in work.actor) || session.centre.id !== work.actor.centre)
    return refuse({ refusal: 'session-unknown' })
  const held = await readHoldings(work, session.id)
  const plan = {
    activityId: session.activity.id,
    placeId: session.place.id,
    spaceId: session.spaceId,
    hosts: held.hosts.map(({ id }) => id),
    kits: held.kits.map(({ id }) => id),
    rule: null,
    startsOn: command.on,
    endsOn: command.on,
    startsAt: command.time,
    minutes: Math.round(session.start.until(session.end).total('minutes')),
    skips: [],
    capacity: session.capacity,
    languages: session.languages,
    hostsNeeded: held.hostsNeeded,
    isCourse: false,
    publish: false,
    choices: {},
  }
  const drafted = await season.draftSeries(work, plan)
  if (!drafted.ok) return drafted
  const clashes = drafted.value.dates.flatMap((date) => date.clashes)
  const roomTaken = clashes.some(({ occupation }) => occupation.kind === 'space')
  const othersTaken = clashes.some(({ occupation }) => occupation.kind !== 'space')
  const made = await season.planSeries(work, {
    ...plan,
    ...(roomTaken && { spaceId: null }),
    ...(othersTaken && { hosts: [], kits: [] }),
  })
  if (!made.ok) return made
  return done({ session: made.value.sessions[0] ?? 0, withHosts: !othersTaken })
}
