import { type Against, against, type Plan, roomFits, type Season } from './fill-season.ts'

/** Why somebody is proposed. */
export type Because = 'skills' | 'near' | 'language' | 'seldom'
/** Why a session keeps lacking something. */
export type Lacking =
  | 'nobody-skilled'
  | 'nobody-speaks'
  | 'nobody-near'
  | 'nobody-then'
  | 'all-busy'
  | 'no-room'
  | 'asked-elsewhere'

/** What is proposed for one session; `missing` says why it still lacks something, if it does. */
export interface ProposedSession {
  session: number
  hosts: { host: number; because: Because[] }[]
  room: number | null
  missing: Lacking[]
}

/** Kilometres under which a place is near, and hours under which somebody has seldom been asked. */
const near = 3
const seldom = 6

/** What a plan proposes for each session, with its reasons: those left lacking something first. */
export function proposalOf(season: Season, plan: Plan): ProposedSession[] {
  const proposed = season.sessions.map((session): ProposedSession => {
    const hosts = plan.hosts
      .filter((one) => one.session === session.id)
      .map(({ host: id }) => {
        const host = season.hosts.find((one) => one.id === id)
        const because: Because[] = []
        if (session.skills.some((skill) => host?.skills.includes(skill))) because.push('skills')
        if (session.languages.some((one) => one !== 'fr' && host?.languages.includes(one)))
          because.push('language')
        if ((host?.places.get(session.place) ?? near + 1) <= near) because.push('near')
        if ((host?.hoursGiven ?? seldom) < seldom) because.push('seldom')
        return { host: id, because }
      })
    const room = plan.rooms.find((one) => one.session === session.id)?.room ?? null
    const missing: Lacking[] = []
    if (hosts.length < session.hosts) missing.push(whyNobody(season, session))
    if (session.needsSpace && room === null)
      missing.push(season.rooms.some((one) => roomFits(session, one)) ? 'asked-elsewhere' : 'no-room')
    return { session: session.id, hosts, room, missing }
  })
  const when = new Map(season.sessions.map(({ id, from }) => [id, from]))
  return proposed.sort(
    (a, b) =>
      Number(b.missing.length > 0) - Number(a.missing.length > 0) ||
      (when.get(a.session) ?? 0) - (when.get(b.session) ?? 0),
  )
}

/** The first thing that keeps everybody away, in the order a coordinator can do something about it. */
function whyNobody(season: Season, session: Season['sessions'][number]): Lacking {
  const reasons = season.hosts.map((host) => against(session, host, season.travel))
  if (reasons.some((reason) => reason === null)) return 'asked-elsewhere'
  const has = (reason: Against) => reasons.includes(reason)
  if (has('busy')) return 'all-busy'
  if (has('time')) return 'nobody-then'
  if (has('skill')) return 'nobody-skilled'
  if (has('language')) return 'nobody-speaks'
  return 'nobody-near'
}
