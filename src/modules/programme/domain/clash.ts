import type { InLanguages } from './session.ts'

/** What can be in one place only. */
export type ResourceKind = 'space' | 'host' | 'kit'

export interface Resource {
  kind: ResourceKind
  id: number
}

/** A resource held by something already planned; preparation and tidying up are part of `from` and `to`. */
export interface Occupation extends Resource {
  /** Name of the resource: a room, a first name, a kit. */
  name: string
  /** What holds it, and how it is called in each language. */
  by: {
    kind: 'session' | 'stop' | 'booking' | 'noise' | 'opening' | 'clinic' | 'cohort'
    id: number
    titles: InLanguages<string>
  }
  /** What happens together and shares its team: the number of a stop, or a number nobody shares. */
  outing: number
  place: { id: number; name: string }
  from: Temporal.Instant
  to: Temporal.Instant
}

/** Something one would like to plan. */
export interface Wish {
  resources: readonly Resource[]
  place: number
  /** Number of the stop it is part of, if any: its team and kits are shared. */
  stop: number | null
  /** Number of the session that is being changed: what it holds now is no obstacle. */
  session: number | null
  from: Temporal.Instant
  to: Temporal.Instant
}

/** Why a wish cannot be: the resource is held then, or could not come in time from where it is held. */
export interface Clash {
  why: 'held' | 'travel'
  occupation: Occupation
  /** Minutes of travel to allow between the two places; 0 when they are one. */
  travelMinutes: number
}

/** Minutes to allow between two places, by their numbers. */
export type TravelMinutes = (a: number, b: number) => number

const { compare } = Temporal.Instant

/**
 * Everything already planned that a wish would run into, soonest first. The same rule as the constraints of
 * `network.occupations`: spaces need only be free, hosts and kits also need the time to travel.
 */
export function clashesOf(wish: Wish, occupations: readonly Occupation[], travel: TravelMinutes): Clash[] {
  const clashes: Clash[] = []
  for (const occupation of occupations) {
    if (!wish.resources.some(({ kind, id }) => kind === occupation.kind && id === occupation.id)) continue
    if (wish.session !== null && occupation.by.kind === 'session' && occupation.by.id === wish.session)
      continue
    if (wish.stop !== null && occupation.by.kind === 'stop' && occupation.by.id === wish.stop) continue
    const overlaps = compare(occupation.from, wish.to) < 0 && compare(wish.from, occupation.to) < 0
    const sameOuting = wish.stop !== null && occupation.outing === wish.stop
    const travelMinutes =
      occupation.kind === 'space' || sameOuting ? 0 : travel(wish.place, occupation.place.id)
    if (overlaps) clashes.push({ why: 'held', occupation, travelMinutes })
    else if (gapMinutes(wish, occupation) < travelMinutes)
      clashes.push({ why: 'travel', occupation, travelMinutes })
  }
  return clashes.sort((a, b) => compare(a.occupation.from, b.occupation.from))
}

const gapMinutes = (a: { from: Temporal.Instant; to: Temporal.Instant }, b: typeof a): number =>
  Math.max(a.to.until(b.from).total('minutes'), b.to.until(a.from).total('minutes'))

/** How many minutes apart two proposed times are. */
const stepMinutes = 30
/** Nobody is asked to come before eight or to leave after half past nine in the evening, at the place. */
const earliest = Temporal.PlainTime.from('08:00')
const latest = Temporal.PlainTime.from('21:30')

/**
 * The free times nearest to a wish: the same day first, then the same hour on the days around. At most `count`, never in
 * the past.
 */
export function freeTimes(
  wish: Wish,
  occupations: readonly Occupation[],
  travel: TravelMinutes,
  {
    now,
    timeZone,
    count = 3,
    days = 7,
  }: { now: Temporal.Instant; timeZone: string; count?: number; days?: number },
): Temporal.ZonedDateTime[] {
  const start = wish.from.toZonedDateTimeISO(timeZone)
  const length = wish.from.until(wish.to)
  const isFree = (at: Temporal.ZonedDateTime) => {
    const end = at.add(length)
    if (compare(at.toInstant(), now) <= 0) return false
    if (!end.toPlainDate().equals(at.toPlainDate())) return false
    if (Temporal.PlainTime.compare(at.toPlainTime(), earliest) < 0) return false
    if (Temporal.PlainTime.compare(end.toPlainTime(), latest) > 0) return false
    return clashesOf({ ...wish, from: at.toInstant(), to: end.toInstant() }, occupations, travel).length === 0
  }
  const found: Temporal.ZonedDateTime[] = []
  for (let step = 1; step <= (14 * 60) / stepMinutes && found.length < count; step++)
    for (const at of [
      start.add({ minutes: step * stepMinutes }),
      start.subtract({ minutes: step * stepMinutes }),
    ])
      if (found.length < count && at.toPlainDate().equals(start.toPlainDate()) && isFree(at)) found.push(at)
  for (let day = 1; day <= days && found.length < count; day++)
    for (const at of [start.add({ days: day }), start.subtract({ days: day })])
      if (found.length < count && isFree(at)) found.push(at)
  return found
}
