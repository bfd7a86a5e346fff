import { holidayOn, schoolIsKnown } from '#platform/calendar/holidays.ts'
import { expand } from '#platform/calendar/recurrence.ts'
import { done, type Result, refuse, type Work } from '#platform/work/index.ts'
import { readOccupations, readTravel } from './db/occupations.ts'
import { readIngredients } from './db/season.ts'
import {
  type Clash,
  clashesOf,
  freeTimes,
  type Occupation,
  type Resource,
  type TravelMinutes,
  type Wish,
} from './domain/clash.ts'
import type { Skip } from './domain/series.ts'

/** A series as a coordinator describes it. Times are on the place's clock. */
export interface SeriesPlan {
  activityId: number
  placeId: number
  spaceId: number | null
  hosts: readonly number[]
  kits: readonly number[]
  /** RFC 5545 without start nor end; null for one date only. */
  rule: string | null
  startsOn: Temporal.PlainDate
  /** The last day a rule may give. */
  endsOn: Temporal.PlainDate
  startsAt: Temporal.PlainTime
  /** Null: as long as the activity says. */
  minutes: number | null
  /** Null: as many chairs as the activity says. */
  capacity: number | null
  skips: readonly Skip[]
}

/** One date a plan gives, with all that stands in its way and what is free nearby. */
export interface DraftDate {
  on: Temporal.PlainDate
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
  /** The holiday this date falls on, and that the plan leaves out. */
  holiday: string | null
  /** School holidays are to be left out, and nobody knows yet if this date is one. */
  schoolUnknown: boolean
  isPast: boolean
  clashes: Clash[]
  /** Rooms of the place, large enough, that are free then. */
  freeSpaces: { id: number; name: string }[]
  freeTimes: Temporal.ZonedDateTime[]
}

export interface Draft {
  activity: NonNullable<Awaited<ReturnType<typeof readIngredients>>['activity']>
  place: { id: number; name: string; timeZone: string }
  spaces: { id: number; name: string; capacity: number }[]
  dates: DraftDate[]
}

export type SeriesRefusal = {
  refusal: 'activity-unknown' | 'place-unknown' | 'space-unknown' | 'host-unknown' | 'kit-unknown' | 'no-date'
}

/** No plan of one gesture is longer: a whole school year of daily sessions. */
export const mostDates = 200

/** Every date a plan gives, before anything is written: holidays, clashes, and what is free instead. */
export async function draftSeries(
  work: Work<'programme' | 'network' | 'access'>,
  plan: SeriesPlan,
): Promise<Result<Draft, SeriesRefusal>> {
  const centre = 'centre' in work.actor ? work.actor.centre : null
  if (centre === null) return refuse({ refusal: 'place-unknown' })
  const spaces = plan.spaceId === null ? [] : [plan.spaceId]
  const found = await readIngredients(work, centre, { ...plan, spaces })
  const { activity, place } = found
  if (!activity) return refuse({ refusal: 'activity-unknown' })
  if (!place) return refuse({ refusal: 'place-unknown' })
  if (plan.spaceId !== null && !found.spaces.some(({ id }) => id === plan.spaceId))
    return refuse({ refusal: 'space-unknown' })
  if (found.hosts.length < new Set(plan.hosts).size) return refuse({ refusal: 'host-unknown' })
  if (found.kits.length < new Set(plan.kits).size) return refuse({ refusal: 'kit-unknown' })

  const starts = expand({
    rule: plan.rule === null ? 'FREQ=DAILY;COUNT=1' : endedRule(plan.rule, plan.endsOn, place.time_zone),
    startsOn: plan.startsOn,
    time: plan.startsAt,
    timeZone: place.time_zone,
    limit: mostDates,
  })
  const [first, last] = [starts[0], starts.at(-1)]
  if (!first || !last) return refuse({ refusal: 'no-date' })

  const around = {
    from: first.toInstant().subtract({ hours: 24 * 8 }),
    to: last.toInstant().add({ hours: 24 * 8 }),
  }
  const everything: Resource[] = [
    ...found.spaces.map(({ id }): Resource => ({ kind: 'space', id })),
    ...plan.hosts.map((id): Resource => ({ kind: 'host', id })),
    ...plan.kits.map((id): Resource => ({ kind: 'kit', id })),
  ]
  const occupations = await readOccupations(work, everything, around)
  const travel = await readTravel(work, [place.id, ...new Set(occupations.map((o) => o.place.id))])
  const reads = { occupations, travel, now: work.now }
  const dates = starts.map((start) => dateOf(plan, found, start, reads))
  return done({
    activity,
    place: { id: place.id, name: place.name, timeZone: place.time_zone },
    spaces: found.spaces,
    dates,
  })
}

/** A rule with its end. RFC 5545 wants it in UTC: the last second of the last day at the place. */
export function endedRule(rule: string, endsOn: Temporal.PlainDate, timeZone: string): string {
  const end = endsOn.add({ days: 1 }).toZonedDateTime(timeZone).subtract({ seconds: 1 }).toInstant()
  return `${rule};UNTIL=${end.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`
}

function dateOf(
  plan: SeriesPlan,
  { activity, place, spaces }: Awaited<ReturnType<typeof readIngredients>>,
  start: Temporal.ZonedDateTime,
  {
    occupations,
    travel,
    now,
  }: { occupations: readonly Occupation[]; travel: TravelMinutes; now: Temporal.Instant },
): DraftDate {
  const end = start.add({ minutes: plan.minutes ?? activity?.minutes ?? 0 })
  const territory = { inseeCode: place?.insee_code ?? null, postalCode: place?.postal_code ?? '' }
  const held = plan.spaceId === null ? [] : [{ kind: 'space' as const, id: plan.spaceId }]
  const wish: Wish = {
    resources: [
      ...held,
      ...plan.hosts.map((id) => ({ kind: 'host' as const, id })),
      ...plan.kits.map((id) => ({ kind: 'kit' as const, id })),
    ],
    place: plan.placeId,
    stop: null,
    session: null,
    from: start.subtract({ minutes: activity?.preparation_minutes ?? 0 }).toInstant(),
    to: end.add({ minutes: activity?.tidy_minutes ?? 0 }).toInstant(),
  }
  const clashes = clashesOf(wish, occupations, travel)
  const free = (space: number) =>
    clashesOf({ ...wish, resources: [{ kind: 'space', id: space }] }, occupations, travel).length === 0
  const seats = plan.capacity ?? activity?.capacity ?? 0
  const others = spaces.filter(({ id, capacity }) => id !== plan.spaceId && capacity >= seats && free(id))
  return {
    on: start.toPlainDate(),
    start,
    end,
    holiday: holidayOn(start.toPlainDate(), plan.skips, territory),
    schoolUnknown: plan.skips.includes('school-holidays') && !schoolIsKnown(start.toPlainDate(), territory),
    isPast: Temporal.Instant.compare(start.toInstant(), now) <= 0,
    clashes,
    freeSpaces: clashes.some(({ occupation }) => occupation.kind !== 'space') ? [] : others,
    freeTimes:
      clashes.length === 0
        ? []
        : freeTimes(wish, occupations, travel, { now, timeZone: start.timeZoneId }).map((at) =>
            at.add({ minutes: activity?.preparation_minutes ?? 0 }),
          ),
  }
}
