import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** People, not names: what a line of the desk says of a session. */
export interface SessionFigures {
  session: number
  confirmed: number
  waiting: number
  present: number
  unnamed: number
}

export async function readFigures(
  work: Work<'attendance' | 'registrations'>,
  sessions: number[],
): Promise<Map<number, SessionFigures>> {
  if (sessions.length === 0) return new Map()
  const { rows } = await sql<SessionFigures>`
    select wished.id as session, coalesce(r.confirmed, 0) as confirmed, coalesce(r.waiting, 0) as waiting,
      coalesce(a.present, 0) as present, coalesce(a.unnamed, 0) as unnamed
    from unnest(${sessions}::int[]) as wished(id)
    left join lateral (select * from registrations.session_figures where session_id = wished.id) r on true
    left join lateral (select * from attendance.session_figures where session_id = wished.id) a on true`.execute(
    work.tx,
  )
  return new Map(rows.map((row) => [row.session, row]))
}

/** One centre in figures: the seven days to come, and who came in the twenty-eight before. */
export interface CentreFigures {
  centre: string
  sessions: number
  capacity: number
  taken: number
  waiting: number
  came: number
}

export async function readCentreFigures(
  work: Work<'attendance' | 'registrations' | 'programme'>,
  window: { from: Temporal.Instant; to: Temporal.Instant; since: Temporal.Instant },
): Promise<CentreFigures[]> {
  const { rows } = await sql<CentreFigures>`
    select s.centre_name as centre,
      (count(*) filter (where ahead))::int as sessions,
      coalesce(sum(s.capacity) filter (where ahead), 0)::int as capacity,
      coalesce(sum(s.seats_taken) filter (where ahead), 0)::int as taken,
      coalesce(sum(r.waiting) filter (where ahead and s.lead_id is null), 0)::int as waiting,
      coalesce(sum(coalesce(a.present, 0) + coalesce(a.unnamed, 0)) filter (where not ahead), 0)::int as came
    from (select *, starts_at >= ${window.from} as ahead from programme.listed_sessions
      where status = 'published' and starts_at >= ${window.since} and starts_at < ${window.to}) s
    left join registrations.session_figures r on r.session_id = s.id
    left join attendance.session_figures a on a.session_id = s.id
    group by s.centre_name order by s.centre_name`.execute(work.tx)
  return rows
}
