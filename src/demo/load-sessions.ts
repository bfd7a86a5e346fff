import type { Work } from '#platform/work/index.ts'
import { activitiesHere } from './activities-here.ts'
import type { Audience } from './audience.ts'
import { seriesIn } from './series.ts'

type Numbers = ReadonlyMap<string, number>

interface Sessions {
  centre: number
  audiences: readonly Audience[]
  places: Numbers
  spaces: Numbers
  team: Numbers
}

/** Writes the sessions of a centre and who hosts them; answers their numbers by the key of the plan. */
export async function loadSessions(
  work: Work,
  { centre, audiences, places, spaces, team }: Sessions,
): Promise<Numbers> {
  const activities = await activitiesHere(work)
  const seriesOf = await loadSeries(work, { centre, audiences, places, spaces, activities })
  const rowOf = ({ planned, situation, seatsTaken }: Audience) => ({
    centre_id: centre,
    activity_id: activities.get(planned.activity)?.id ?? 0,
    place_id: places.get(planned.place) ?? 0,
    space_id: planned.space ? (spaces.get(planned.space) ?? null) : null,
    course_key: planned.course?.key ?? null,
    course_index: planned.course?.index ?? null,
    course_length: planned.course?.of ?? null,
    starts_at: planned.startsAt.toInstant(),
    ends_at: planned.endsAt.toInstant(),
    capacity: planned.capacity,
    seats_taken: seatsTaken,
    status: situation.kind === 'cancelled' ? 'cancelled' : 'published',
    languages: [...planned.languages],
    hosts_needed: activities.get(planned.activity)?.hosts ?? 1,
    skills_needed: activities.get(planned.activity)?.host_skills ?? [],
    preparation_minutes: activities.get(planned.activity)?.preparation_minutes ?? 0,
    tidy_minutes: activities.get(planned.activity)?.tidy_minutes ?? 0,
    series_id: seriesOf.get(planned.key) ?? null,
    series_on: seriesOf.has(planned.key) ? planned.startsAt.toPlainDate() : null,
    revision: situation.kind === 'cancelled' || situation.kind === 'moved' ? 1 : 0,
    moved_from: situation.kind === 'moved' ? situation.from.toInstant() : null,
    created_at: work.now,
  })
  const written = await work.tx
    .insertInto('programme.sessions')
    .values(audiences.map(rowOf))
    .returning(['id', 'activity_id', 'place_id', 'starts_at'])
    .execute()
  const numberOf = new Map(
    written.map((row) => [`${row.activity_id}.${row.place_id}.${row.starts_at.epochMilliseconds}`, row.id]),
  )
  const byKey = new Map(
    audiences.map((audience): [string, number] => {
      const row = rowOf(audience)
      return [
        audience.planned.key,
        numberOf.get(`${row.activity_id}.${row.place_id}.${row.starts_at.epochMilliseconds}`) ?? 0,
      ]
    }),
  )
  await work.tx
    .insertInto('programme.session_hosts')
    .values(
      audiences.map(({ planned }) => ({
        session_id: byKey.get(planned.key) ?? 0,
        member_id: team.get(planned.host) ?? 0,
        centre_id: centre,
      })),
    )
    .execute()
  return byKey
}

/** Writes the series the plan shows; answers the series of each session by its key. */
async function loadSeries(
  { tx, now }: Work,
  {
    centre,
    audiences,
    places,
    spaces,
    activities,
  }: Omit<Sessions, 'team'> & { activities: ReadonlyMap<string, { id: number }> },
): Promise<Map<string, number>> {
  const found = seriesIn(audiences.map(({ planned }) => planned))
  if (found.length === 0) return new Map()
  const rows = await tx
    .insertInto('programme.series')
    .values(
      found.map(({ rule, sessions: [first] }) => {
        if (!first) throw new Error('a series without a session')
        return {
          centre_id: centre,
          activity_id: activities.get(first.activity)?.id ?? 0,
          place_id: places.get(first.place) ?? 0,
          space_id: first.space ? (spaces.get(first.space) ?? null) : null,
          rule,
          starts_on: first.startsAt.toPlainDate(),
          starts_at: first.startsAt.toPlainTime().toString({ smallestUnit: 'minute' }),
          minutes: Math.round(first.startsAt.until(first.endsAt).total('minutes')),
          skips: ['public-holidays'],
          created_at: now,
        }
      }),
    )
    .returning('id')
    .execute()
  return new Map(
    found.flatMap(({ sessions }, i) => sessions.map(({ key }): [string, number] => [key, rows[i]?.id ?? 0])),
  )
}
