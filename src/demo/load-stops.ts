import { roundNames } from '#fixtures/rounds.ts'
import { type PlannedSession, type StopSlug, stops } from '#fixtures/world.ts'
import type { Work } from '#platform/work/index.ts'

type Numbers = ReadonlyMap<string, number>

interface Stops {
  centre: number
  planned: readonly PlannedSession[]
  places: Numbers
  team: Numbers
  /** What they drive with; null for a centre without one. */
  vehicle: number | null
  /** What they carry. */
  kit: number | null
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * Writes when the team is at each of its stops, as rounds: from the first session of a day there to the end of the last.
 * Before the sessions, which join the stop they are held at by themselves.
 */
export async function loadStops(work: Work, { planned, ...centre }: Stops): Promise<void> {
  for (const stop of stops) {
    const there = planned.filter(({ place }) => place === stop.slug)
    const byWeekday = Map.groupBy(there, ({ startsAt }) => startsAt.dayOfWeek)
    for (const [weekday, sessions] of byWeekday) await loadRound(work, centre, stop, weekday, sessions)
  }
}

async function loadRound(
  work: Work,
  { centre, places, team, vehicle, kit }: Omit<Stops, 'planned'>,
  stop: (typeof stops)[number],
  weekday: number,
  sessions: readonly PlannedSession[],
): Promise<void> {
  const place_id = places.get(stop.slug) ?? 0
  const days = [...Map.groupBy(sessions, ({ startsAt }) => startsAt.toPlainDate().toString()).values()].map(
    dayOf,
  )
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return
  const hour = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  const { id: round_id } = await work.tx
    .insertInto('network.rounds')
    .values({
      centre_id: centre,
      name: roundNames[stop.slug as StopSlug],
      rule: `FREQ=WEEKLY;BYDAY=${weekdays[weekday - 1]}`,
      starts_on: first.start.toPlainDate(),
      ends_on: last.start.toPlainDate(),
      legs: JSON.stringify([{ place: place_id, from: hour(first.start), to: hour(first.end) }]),
      skips: ['public-holidays'],
      vehicle_id: vehicle,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // The last weeks are still to be manned: what is missing is never invisible.
  const unmanned = days.length - Math.ceil(days.length / 4)
  for (const [week, day] of days.entries()) {
    const manned = week < unmanned
    const { id: stop_id } = await work.tx
      .insertInto('network.stops')
      .values({
        centre_id: centre,
        place_id,
        round_id,
        starts_at: day.start.toInstant(),
        ends_at: day.end.toInstant(),
        how_to_find: JSON.stringify(stop.howToFind),
        vehicle_id: manned ? vehicle : null,
        offers: [...new Set(day.sessions.map(({ activity }) => activity))],
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (!manned) continue
    const of = { stop_id, centre_id: centre }
    const hosts = [...new Set(day.sessions.map(({ host }) => team.get(host) ?? 0))]
    await work.tx
      .insertInto('network.stop_hosts')
      .values(hosts.map((member_id) => ({ ...of, member_id })))
      .execute()
    if (kit !== null)
      await work.tx
        .insertInto('network.stop_kits')
        .values({ ...of, kit_id: kit })
        .execute()
  }
}

/** From the first session of a day to the end of the last. */
function dayOf(sessions: readonly PlannedSession[]) {
  const compare = Temporal.ZonedDateTime.compare
  const start = sessions.map(({ startsAt }) => startsAt).sort(compare)[0] as Temporal.ZonedDateTime
  const end = sessions
    .map(({ endsAt }) => endsAt)
    .sort(compare)
    .at(-1) as Temporal.ZonedDateTime
  return { start, end, sessions }
}
