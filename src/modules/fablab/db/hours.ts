import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Held, Opening } from '../domain/vocabulary.ts'

interface Window {
  from: Temporal.Instant
  to: Temporal.Instant
}

/** Openings that meet a window, soonest first: of a centre, of a room, or one by its number. */
export async function readOpenings(
  work: Work<'fablab' | 'access'>,
  which: { centre?: number; space?: number; id?: number } & Partial<Window>,
): Promise<Opening[]> {
  const { rows } = await sql<{
    id: number
    centre_id: number
    place_id: number
    space_id: number
    kind: Opening['kind']
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant
    supervisor_id: number | null
    supervisor: string | null
  }>`
    select o.id, o.centre_id, o.place_id, o.space_id, o.kind, o.starts_at, o.ends_at, o.supervisor_id, w.name as supervisor
    from fablab.openings o left join access.welcoming_names w on w.id = o.supervisor_id
    where (${which.id ?? null}::int is null or o.id = ${which.id ?? null}::int)
      and (${which.centre ?? null}::int is null or o.centre_id = ${which.centre ?? null}::int)
      and (${which.space ?? null}::int is null or o.space_id = ${which.space ?? null}::int)
      and (${which.from ?? null}::timestamptz is null or o.ends_at > ${which.from ?? null}::timestamptz)
      and (${which.to ?? null}::timestamptz is null or o.starts_at < ${which.to ?? null}::timestamptz)
    order by o.starts_at, o.id`.execute(work.tx)
  return rows.map((row) => ({
    id: row.id,
    centre: row.centre_id,
    place: row.place_id,
    space: row.space_id,
    kind: row.kind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    supervisor: row.supervisor_id === null ? null : { id: row.supervisor_id, name: row.supervisor ?? '' },
  }))
}

/** When machines are not free in a window, and by what; never by whom. Read by anybody. */
export async function readHeld(
  work: Work<'fablab'>,
  machines: readonly number[],
  { from, to }: Window,
): Promise<Held[]> {
  const { rows } = await sql<{
    machine_id: number
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant
    by_kind: Held['by']
  }>`select * from fablab.held(${[...machines]}, ${from}, ${to}) order by starts_at`.execute(work.tx)
  return rows.map((row) => ({
    machine: row.machine_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    by: row.by_kind,
  }))
}
