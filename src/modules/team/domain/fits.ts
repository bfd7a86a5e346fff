import { holds, isAway, type Window, windowsOf } from './week.ts'

/** What somebody who may host brings. */
export interface Able {
  skills: readonly string[]
  languages: readonly string[]
  weekly: readonly string[]
  absences: readonly { from: Temporal.PlainDate; until: Temporal.PlainDate }[]
  places: readonly { id: number; km: number | null }[]
  callsPerMonth: number
}

/** What a session still lacks. */
export interface Need {
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  place: number
  /** Skills nobody among its hosts has yet. */
  skills: readonly string[]
  /** Languages it is held in. */
  languages: readonly string[]
  /** How many hosts it lacks. */
  hosts: number
}

/** What has been asked of her lately, and whether she is free. */
export interface Load {
  /** False when she is elsewhere then, travel included. */
  free: boolean
  /** Calls in the thirty days before. */
  askedThisMonth: number
  /** Sessions she hosted or promised in the ninety days around. */
  hosted: number
}

/** Why she cannot be asked. */
export type Against =
  | 'skill-missing'
  | 'language-missing'
  | 'too-far'
  | 'not-available'
  | 'away'
  | 'busy'
  | 'asked-enough'
/** Why she is asked before others. */
export type For = 'all-skills' | 'some-skills' | 'near' | 'seldom-asked' | 'new-here'

export type Fit =
  | { fits: false; against: Against[] }
  /** The lower the rank, the sooner she is asked. */
  | { fits: true; for: For[]; rank: number }

/** Kilometres under which a place is near. */
const near = 3

/**
 * Whether a need can be offered to somebody, and why. The last host missing must bring every skill that is lacking; when
 * several are missing, one of these skills is enough. Fair share first: each call of the month weighs as ten kilometres,
 * each session hosted as five; a skill of the list that she lacks weighs as twenty.
 */
export function fits(able: Able, need: Need, load: Load): Fit {
  const against: Against[] = []
  const has = need.skills.filter((skill) => able.skills.includes(skill)).length
  const enough = need.hosts <= 1 ? has === need.skills.length : need.skills.length === 0 || has > 0
  if (!enough) against.push('skill-missing')
  if (!need.languages.some((language) => able.languages.includes(language))) against.push('language-missing')
  const there = able.places.find(({ id }) => id === need.place)
  if (!there) against.push('too-far')
  const time: Window = { from: need.start.toInstant(), to: need.end.toInstant() }
  if (isAway(able.absences, need.start.toPlainDate())) against.push('away')
  else if (!holds(windowsOf(able.weekly, able.absences, time, need.start.timeZoneId), time))
    against.push('not-available')
  if (!load.free) against.push('busy')
  if (load.askedThisMonth >= able.callsPerMonth) against.push('asked-enough')
  if (against.length > 0) return { fits: false, against }

  const km = there?.km ?? near
  const reasons: For[] = []
  if (need.skills.length > 0) reasons.push(has === need.skills.length ? 'all-skills' : 'some-skills')
  if (km <= near) reasons.push('near')
  if (load.hosted === 0) reasons.push('new-here')
  else if (load.askedThisMonth === 0) reasons.push('seldom-asked')
  const rank = load.askedThisMonth * 10 + load.hosted * 5 + km + (need.skills.length - has) * 20
  return { fits: true, for: reasons, rank: Math.round(rank * 10) / 10 }
}
