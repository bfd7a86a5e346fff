import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A room of the centre, where machines stand or that hears them. */
export interface Room {
  id: number
  name: string
  place: string
  isLab: boolean
}

/** A lab as its team sees it: its time, its rooms (the labs first), who may supervise. */
export interface LabHere {
  centre: number
  name: string
  timeZone: string
  rooms: Room[]
  members: { id: number; name: string }[]
}

export async function readLabHere(work: Work<'network' | 'access'>, centre: number): Promise<LabHere> {
  const { rows } = await sql<LabHere>`
    select c.id as centre, c.name, c.time_zone as "timeZone",
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'place', p.name, 'isLab', s.kind = 'fablab')
          order by (s.kind = 'fablab') desc, p.name, s.name)
        from network.spaces s join network.places p on p.id = s.place_id where s.centre_id = c.id), '[]') as rooms,
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name)
        from access.welcoming_names w where w.centre_id = c.id), '[]') as members
    from network.centres c where c.id = ${centre}`.execute(work.tx)
  const here = rows[0]
  if (!here) throw new Error('A member of no centre asked for its lab')
  return here
}

export interface Waiting {
  breakdowns: number
  low: number
  ending: number
}

/** What waits for the team: reports, empty shelves, authorisations that end within `until`. */
export async function readWaitingForTeam(work: Work<'fablab'>, until: Temporal.Instant): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from fablab.breakdowns where status = 'waiting') as breakdowns,
      (select count(*)::int from fablab.materials where retired_at is null and quantity <= low_mark) as low,
      (select count(*)::int from fablab.authorisations a, lateral (select least(a.expires_at,
          ((greatest(a.granted_at, a.last_used_at) at time zone 'UTC') + make_interval(months => a.unused_months)) at time zone 'UTC') as ends) e
        where a.withdrawn_at is null and e.ends > ${work.now} and e.ends <= ${until}) as ending`.execute(
    work.tx,
  )
  return rows[0] ?? { breakdowns: 0, low: 0, ending: 0 }
}
