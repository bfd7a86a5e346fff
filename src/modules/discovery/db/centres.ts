import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { earth } from '../domain/rank.ts'
import type { UnitPoint } from './search.ts'

/** The centre of the network whose place is nearest, or the first centre when nobody said where; null in an empty network. */
export async function readNearestCentre(work: Work<'network'>, at: UnitPoint | null): Promise<number | null> {
  const { rows } = at
    ? await sql<{
        id: number
      }>`select centre_id as id from network.places where kind <> 'listed' and position is not null
        order by position <-> cube(${[...at]}::float8[]) limit 1`.execute(work.tx)
    : await sql<{ id: number }>`select id from network.centres order by id limit 1`.execute(work.tx)
  return rows[0]?.id ?? null
}

/** The next stops of nomadic teams around a point, the soonest of the nearest ones: at most three, with metres. */
export async function readStopsAround(
  work: Work<'network'>,
  at: UnitPoint,
  metres: number,
): Promise<{ stop: number; metres: number }[]> {
  const { rows } = await sql<{ stop: number; metres: number }>`
    select s.id as stop, ${2 * earth}::float8 * asin(least(1, (p.position <-> cube(${[...at]}::float8[])) / 2)) as metres
    from network.stops s join network.places p on p.id = s.place_id
    where s.status = 'planned' and s.ends_at > ${work.now} and p.position <-> cube(${[...at]}::float8[]) < ${metres / earth}::float8
    order by s.starts_at, s.id limit 3`.execute(work.tx)
  return rows
}

/** When the next session one can join begins, at each place of the network that has one. */
export async function readNextDates(
  work: Work<'network' | 'programme'>,
): Promise<Map<number, Temporal.Instant>> {
  const { rows } = await sql<{ id: number; at: Temporal.Instant }>`
    select p.id, next.starts_at as at from network.places p cross join lateral (
      select s.starts_at from programme.sessions s where s.place_id = p.id and s.status <> 'draft' and s.status = 'published' and s.lead_id is null
        and s.starts_at > ${work.now} order by s.starts_at limit 1) next
    where p.kind <> 'listed'`.execute(work.tx)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** The next sessions one can join at one place, by number, soonest first. */
export async function readNextAt(work: Work<'programme'>, place: number, limit: number): Promise<number[]> {
  const rows = await work.tx
    .selectFrom('programme.sessions')
    .select('id')
    .where('place_id', '=', place)
    .where('status', '=', 'published')
    .where('lead_id', 'is', null)
    .where('starts_at', '>', work.now)
    .orderBy('starts_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
