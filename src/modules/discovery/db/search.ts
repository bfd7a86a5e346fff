import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Filters } from '../domain/filters.ts'
import { earth, kilometresADay } from '../domain/rank.ts'

/** A session in the order of the rule. `metres` on the ground, as the crow flies; `score` in kilometres. */
export interface Ranked {
  id: number
  metres: number
  score: number
}

/** Conditions on a session `s` in a time zone, and on the activities it may be a date of. */
function conditions(now: Temporal.Instant, filters: Filters, zone: ReturnType<typeof sql>) {
  // A course is found once, by the date one joins.
  const all = [sql`s.status = 'published'`, sql`s.lead_id is null`, sql`s.starts_at > ${now}::timestamptz`]
  const there = sql`(s.starts_at at time zone ${zone})`
  const today = sql`(${now}::timestamptz at time zone ${zone})::date`
  if (filters.need || filters.theme || filters.format || filters.audience) {
    const wanted = [
      ...(filters.need ? [sql`a.needs @> array[${filters.need}::text]`] : []),
      ...(filters.theme ? [sql`a.theme = ${filters.theme}`] : []),
      ...(filters.format ? [sql`a.format = ${filters.format}`] : []),
      ...(filters.audience ? [sql`a.audience = ${filters.audience}`] : []),
    ]
    all.push(
      sql`s.activity_id = any(array(select a.id from programme.activities a where ${sql.join(wanted, sql` and `)}))`,
    )
  }
  if (filters.speaks) all.push(sql`s.languages @> array[${filters.speaks}::text]`)
  if (filters.seats) all.push(sql`s.seats_taken < s.capacity`)
  if (filters.when === 'today') all.push(sql`${there}::date = ${today}`)
  if (filters.when === 'week') all.push(sql`${there}::date < ${today} + 7`)
  if (filters.when === 'weekend') all.push(sql`extract(isodow from ${there}) in (6, 7)`)
  if (filters.when === 'saturday') all.push(sql`extract(isodow from ${there}) = 6`)
  if (filters.day.length > 0) all.push(sql`extract(isodow from ${there}) = any(${filters.day}::int[])`)
  if (filters.time === 'morning') all.push(sql`extract(hour from ${there}) < 12`)
  if (filters.time === 'afternoon')
    all.push(sql`extract(hour from ${there}) >= 12 and extract(hour from ${there}) < 18`)
  if (filters.time === 'evening' || filters.when === 'evening')
    all.push(sql`extract(hour from ${there}) >= 18`)
  return sql.join(all, sql` and `)
}

export type UnitPoint = readonly [number, number, number]

/** The share of the places looked at first, in full: what is found there says how far and how late the others matter. */
const firstShare = 5

/**
 * Ranks the sessions of the `places` nearest places of the network, or of all places when `within` is given: then only
 * scores up to `within` (kilometres) are looked for, which bounds both the circle and the days. `farthest` is the
 * distance of the last place, metres; null when no place was left out: the ranking is then that of the whole network.
 */
export async function rankAround(
  work: Work<'network' | 'programme'>,
  at: UnitPoint,
  filters: Filters,
  { places, limit, within }: { places: number; limit: number; within?: number },
): Promise<{ ranked: Ranked[]; farthest: number | null }> {
  const here = sql`cube(${[...at]}::float8[])`
  // A little wide: what is exactly as far as the bound must not fall out by rounding.
  const chord =
    within === undefined ? 2 : 2 * Math.sin(Math.min(Math.PI / 2, ((within + 0.01) * 500) / earth))
  const which =
    within === undefined
      ? sql`order by p.position <-> ${here} limit ${places}::int`
      : sql`and p.position <@ cube_enlarge(${here}, ${chord}::float8, 3)`
  const first = within === undefined ? Math.ceil(places / firstShare) : 0
  // `latest` is worked out beside the place and not beside the session: only then may an index be asked for it.
  const hits = (from: ReturnType<typeof sql>) => sql`
    select s.id, near.metres,
      near.metres / 1000 + ${kilometresADay}::float8 * extract(epoch from s.starts_at - ${work.now}::timestamptz)::float8 / 86400 as score
    from ${from} near cross join lateral (
      select s.id, s.starts_at from programme.sessions s
      where s.place_id = near.id and s.status <> 'draft' and ${conditions(work.now, filters, sql`near.time_zone`)}
        and s.starts_at <= near.latest
      order by s.starts_at limit ${limit}::int
    ) s
    ${filters.stepFree ? sql`where near.step_free` : sql``}`
  const { rows } = await sql<{ ranked: Ranked[] | null; farthest: number | null }>`
    with near as materialized (
      select p.id, p.time_zone, p.step_free, ${2 * earth}::float8 * asin(least(1, (p.position <-> ${here}) / 2)) as metres,
        timestamptz 'infinity' as latest, row_number() over () as nth
      from (select * from network.places p where p.kind <> 'listed' and p.position is not null ${which}) p
    ), nearest as materialized (
      ${hits(sql`(select * from near where nth <= ${first}::int)`)} order by score, s.id limit ${limit}::int
    ), bound as materialized (
      select coalesce(${within ?? null}::float8, case when count(*) = ${limit}::int then max(score) end) + 0.01 as score from nearest
    ), others as materialized (
      select near.id, near.time_zone, near.step_free, near.metres, coalesce(${work.now}::timestamptz
        + make_interval(secs => greatest(0, (bound.score - near.metres / 1000) * ${86_400 / kilometresADay}::float8)), near.latest) as latest
      from near, bound where nth > ${first}::int and (bound.score is null or near.metres / 1000 <= bound.score)
    ), best as (
      select * from nearest union all (${hits(sql`others`)}) order by score, id limit ${limit}::int
    )
    select (select json_agg(best order by score, id) from best) as ranked,
      case when ${within === undefined}::boolean and (select count(*) from near) = ${places}::int then (select max(metres) from near) end as farthest`.execute(
    work.tx,
  )
  return { ranked: rows[0]?.ranked ?? [], farthest: rows[0]?.farthest ?? null }
}

/** The soonest sessions of the whole network, when nobody said where they live. */
export async function readSoonest(
  work: Work<'network' | 'programme'>,
  filters: Filters,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{
    id: number
  }>`select s.id from programme.sessions s join network.places p on p.id = s.place_id
    where ${conditions(work.now, filters, sql`p.time_zone`)} ${filters.stepFree ? sql`and p.step_free` : sql``}
    order by s.starts_at, s.id limit ${limit}::int`.execute(work.tx)
  return rows.map(({ id }) => id)
}
