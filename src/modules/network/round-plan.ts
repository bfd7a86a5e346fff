import { record } from '#modules/access/index.ts'
import { holidayOn } from '#platform/calendar/holidays.ts'
import { expand } from '#platform/calendar/recurrence.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { insertRound, readLegPlaces } from './db/round.ts'
import { insertStop } from './db/stop.ts'
import { type Leg, type LegProblem, legProblems } from './domain/round.ts'
import type { Outing } from './domain/stop.ts'
import { travelMinutes } from './domain/travel.ts'
import { isClash, type StopRefusal, strangerAmong } from './stop-plan.ts'
import { tellOfStop } from './stop-tell.ts'

type Schemas = 'network' | 'access'

export interface RoundPlan extends Outing {
  name: string
  legs: readonly Leg[]
  /** RFC 5545, section 3.3.10, without its start nor its end. */
  rule: string
  startsOn: Temporal.PlainDate
  /** The last day that may be part of it. */
  endsOn: Temporal.PlainDate
  /** Holidays to leave out: `public-holidays`, `school-holidays`. */
  skips: readonly string[]
}

/** One day of a round. */
export interface RoundDay {
  on: Temporal.PlainDate
  stops: { place: { id: number; name: string }; start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }[]
  /** The holiday it is left out for. */
  holiday: string | null
  isPast: boolean
}

export type RoundRefusal =
  | { refusal: 'place-unknown' | 'no-date' | 'name-missing' }
  | { refusal: 'legs-impossible'; problems: LegProblem[] }

/** No round of one gesture is longer: once a week for a year, twice over. */
const mostDays = 104

/** Every day a round gives, before anything is written; or what makes it impossible to drive. */
export async function draftRound(
  work: Work<Schemas>,
  plan: RoundPlan,
): Promise<Result<{ days: RoundDay[]; timeZone: string }, RoundRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const [first] = plan.legs
  if (centre === null || !first) return refuse({ refusal: 'place-unknown' })
  if (!plan.name) return refuse({ refusal: 'name-missing' })
  const places = await readLegPlaces(
    work,
    centre,
    plan.legs.map(({ place }) => place),
  )
  if (plan.legs.some(({ place }) => !places.has(place))) return refuse({ refusal: 'place-unknown' })
  const placeOf = (id: number) => places.get(id) as NonNullable<ReturnType<typeof places.get>>
  const problems = legProblems(plan.legs, (a, b) => (a === b ? 0 : travelMinutes(placeOf(a), placeOf(b))))
  if (problems.length > 0) return refuse({ refusal: 'legs-impossible', problems })
  const { timeZone } = placeOf(first.place)
  const starts = expand({
    rule: plan.rule,
    startsOn: plan.startsOn,
    time: first.from,
    timeZone,
    limit: mostDays,
  }).filter((at) => Temporal.PlainDate.compare(at.toPlainDate(), plan.endsOn) <= 0)
  const days = starts.map((at): RoundDay => {
    const on = at.toPlainDate()
    const stops = plan.legs.map(({ place, from, to }) => ({
      place: { id: place, name: placeOf(place).name },
      start: on.toZonedDateTime({ timeZone: placeOf(place).timeZone, plainTime: from }),
      end: on.toZonedDateTime({ timeZone: placeOf(place).timeZone, plainTime: to }),
    }))
    return {
      on,
      stops,
      holiday: plan.legs.map(({ place }) => holidayOn(on, plan.skips, placeOf(place))).find(Boolean) ?? null,
      isPast: Temporal.Instant.compare(at.toInstant(), work.now) <= 0,
    }
  })
  if (days.every(({ holiday, isPast }) => holiday !== null || isPast)) return refuse({ refusal: 'no-date' })
  return done({ days, timeZone })
}

/**
 * Writes a round and the stops of the chosen days, with their team, kits and vehicle: all of it or nothing. When somebody
 * or something was taken meanwhile the answer is `clash`, and the days are to be looked at again.
 */
export async function planRound(
  work: Work<Schemas>,
  plan: RoundPlan & { days: readonly string[] },
): Promise<Result<{ round: number; stops: number[] }, RoundRefusal | StopRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  const drafted = await draftRound(work, plan)
  if (!drafted.ok) return drafted
  const kept = drafted.value.days.filter(
    ({ on, holiday, isPast }) => !holiday && !isPast && plan.days.includes(on.toString()),
  )
  if (centre === null || kept.length === 0) return refuse({ refusal: 'no-date' })
  for (const { place } of plan.legs) {
    const no = await strangerAmong(work, centre, { ...plan, placeId: place })
    if (no) return refuse({ refusal: no })
  }
  try {
    const round = await insertRound(work, { ...plan, centre })
    const stops: number[] = []
    for (const { stops: legs } of kept)
      for (const { place, start, end } of legs) {
        const window = { placeId: place.id, start: start.toInstant(), end: end.toInstant() }
        const stop = await insertStop(work, { ...plan, ...window, centre, roundId: round })
        if (stop === null) return refuse({ refusal: 'already-there' })
        tellOfStop(work, { centre, stop })
        stops.push(stop)
      }
    await record(work, 'round.plan', `round:${round}`)
    return done({ round, stops })
  } catch (error) {
    if (isClash(error)) return refuse({ refusal: 'clash' })
    throw error
  }
}
