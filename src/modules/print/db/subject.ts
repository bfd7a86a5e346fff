import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Wish } from '../domain/kinds.ts'

type Schemas = 'programme' | 'network' | 'access'

/** A programme of paper holds no more: a dozen pages. */
const mostSessions = 200

/** The numbers of the published sessions a wish is about, soonest first; those to come when it names no day. */
export async function readWished(work: Work<Schemas>, wish: Wish): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from programme.sessions s
    join network.places p on p.id = s.place_id
    join programme.activities a on a.id = s.activity_id
    where s.status = 'published'
      and (${wish.session}::int is null or s.id = ${wish.session})
      and (${wish.place}::int is null or s.place_id = ${wish.place})
      and (${wish.centre}::int is null or s.centre_id = ${wish.centre})
      and (${wish.stop}::int is null or s.stop_id = ${wish.stop})
      and (${wish.series}::int is null or s.series_id = ${wish.series})
      and (${wish.theme}::text is null or a.theme = ${wish.theme})
      and (${wish.from?.toString() ?? null}::date is null or (s.starts_at at time zone p.time_zone)::date >= ${wish.from?.toString() ?? null}::date)
      and (${wish.until?.toString() ?? null}::date is null or (s.starts_at at time zone p.time_zone)::date <= ${wish.until?.toString() ?? null}::date)
      and (${wish.session !== null || wish.from !== null} or s.starts_at > ${work.now})
    order by s.starts_at, s.id limit ${mostSessions}`.execute(work.tx)
  return rows.map(({ id }) => id)
}

/** The names of a place, a room and hosts: what a sheet says beside the sessions. */
export async function readNames(work: Work<Schemas>, place: number | null, sessions: readonly number[]) {
  const named = place
    ? await work.tx.selectFrom('network.places').select('name').where('id', '=', place).executeTakeFirst()
    : undefined
  const { rows } = await sql<{ id: number; room: string | null; hosts: string | null }>`
    select s.id, space.name as room, string_agg(member.name, ', ' order by member.name) as hosts
    from programme.sessions s left join network.spaces space on space.id = s.space_id
    left join programme.session_hosts h on h.session_id = s.id
    left join access.welcoming_names member on member.id = h.member_id
    where s.id = any(${[...sessions]}) group by s.id, space.name`.execute(work.tx)
  return { place: named?.name ?? null, of: new Map(rows.map((row) => [row.id, row])) }
}

/** Every place of a centre where something happens in a week, with its sessions' numbers: one poster each. */
export async function readPlacesOfWeek(
  work: Work<Schemas>,
  centre: number,
  from: Temporal.PlainDate,
): Promise<{ place: number; sessions: number[] }[]> {
  const { rows } = await sql<{ place: number; sessions: number[] }>`
    select s.place_id as place, array_agg(s.id order by s.starts_at) as sessions
    from programme.sessions s join network.places p on p.id = s.place_id
    where s.centre_id = ${centre} and s.status = 'published'
      and (s.starts_at at time zone p.time_zone)::date between ${from.toString()}::date and ${from.add({ days: 6 }).toString()}::date
    group by s.place_id, p.name order by p.name`.execute(work.tx)
  return rows
}
