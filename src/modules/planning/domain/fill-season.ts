/** A time, in seconds since 1970. Preparation and tidying up are part of it. */
export interface Span {
  from: number
  to: number
}

/** A session that lacks hosts, a room, or both. */
export interface OpenSession extends Span {
  id: number
  place: number
  /** How many more hosts it needs. */
  hosts: number
  /** Skills nobody among its hosts has yet: somebody must bring each. */
  skills: readonly string[]
  /** One of them must be spoken by every host. */
  languages: readonly string[]
  /** It lacks a room, and its place has some. */
  needsSpace: boolean
  seats: number
  /** Sessions of one stop share its outing: nobody travels between them. */
  outing: number
}

/** Something a host or a room is held by, and where. */
export interface Held extends Span {
  place: number
  outing: number
}

export interface Host {
  id: number
  skills: readonly string[]
  languages: readonly string[]
  /** Times she usually has. */
  windows: readonly Span[]
  /** Where she already is: what was promised does not move. */
  held: readonly Held[]
  /** Places she can reach, with the kilometres; others she does not go to. */
  places: ReadonlyMap<number, number>
  /** How many more sessions may be asked of her in this period. */
  most: number
  /** Hours she gave lately: who gave less is asked first. */
  hoursGiven: number
}

export interface Room {
  id: number
  place: number
  seats: number
  held: readonly Span[]
}

/** Everything a plan is made from. What was promised is not in it but as times held. */
export interface Season {
  sessions: readonly OpenSession[]
  hosts: readonly Host[]
  rooms: readonly Room[]
  /** Minutes to allow between two places. */
  travel(a: number, b: number): number
}

/** Who hosts what, and where: only what is new. */
export interface Plan {
  hosts: { session: number; host: number }[]
  rooms: { session: number; room: number }[]
}

const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to

/** Whether one person can be at both: no overlap, and time to travel between the two places. */
export function canDoBoth(a: Held, b: Held, travel: Season['travel']): boolean {
  if (overlap(a, b)) return false
  if (a.place === b.place || a.outing === b.outing) return true
  const gap = Math.max(a.from - b.to, b.from - a.to)
  return gap >= travel(a.place, b.place) * 60
}

/** Why somebody cannot host a session, the first reason found; null when she can. */
export type Against = 'language' | 'place' | 'time' | 'busy' | 'skill'

export function against(session: OpenSession, host: Host, travel: Season['travel']): Against | null {
  if (!host.places.has(session.place)) return 'place'
  if (session.languages.length > 0 && !session.languages.some((one) => host.languages.includes(one)))
    return 'language'
  // The last host missing brings every skill; when several are missing, one of these skills is enough.
  const brings = session.skills.filter((skill) => host.skills.includes(skill)).length
  if (session.skills.length > 0 && (session.hosts === 1 ? brings < session.skills.length : brings === 0))
    return 'skill'
  if (!host.windows.some((window) => window.from <= session.from && session.to <= window.to)) return 'time'
  return host.held.some((held) => !canDoBoth(session, held, travel)) ? 'busy' : null
}

/** Whether a room can hold a session: there, large enough, and free. */
export const roomFits = (session: OpenSession, room: Room): boolean =>
  room.place === session.place &&
  room.seats >= session.seats &&
  !room.held.some((held) => overlap(session, held))
