import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { StockUnit } from '../domain/stock.ts'
import type { MachineKind } from '../domain/vocabulary.ts'

export interface HourFigure {
  /** The first day of the month. */
  month: string
  kind: MachineKind
  minutes: number
  bookings: number
  absences: number
  groups: number
  groupPeople: number
}
export interface PeopleFigure {
  month: string
  /** Different people at machines; null: fewer than 11, and read from outside the centre. */
  makers: number | null
  /** Heads counted at open labs. */
  came: number
}
export interface LabFigures {
  hours: HourFigure[]
  people: PeopleFigure[]
  inductions: { induction: number; given: number }[]
  materials: { name: string; unit: StockUnit; used: number; lost: number }[]
}

/** What a lab did since a month began, from counters that outlive whoever they counted. */
export async function readLabFigures(
  work: Work<'fablab' | 'network'>,
  centre: number,
  first: Temporal.PlainDate,
): Promise<LabFigures> {
  const since = sql`${first.toString()}::date`
  const hours = await sql<HourFigure>`
    select to_char(month, 'YYYY-MM-DD') as month, machine_kind as kind, minutes, bookings, absences, groups,
      group_people as "groupPeople"
    from fablab.hour_figures where centre_id = ${centre} and month >= ${since} order by month desc, machine_kind`.execute(
    work.tx,
  )
  const people = await sql<PeopleFigure>`
    with came as (
      select date_trunc('month', p.came_at at time zone c.time_zone)::date as month, sum(p.people)::int as came
      from fablab.presences p join network.centres c on c.id = p.centre_id
      where p.centre_id = ${centre} and p.came_at >= ${since} group by 1),
    makers as (select month, makers from fablab.maker_figures where centre_id = ${centre} and month >= ${since})
    select to_char(month, 'YYYY-MM-DD') as month, makers.makers, coalesce(came.came, 0) as came
    from makers full join came using (month) order by month desc`.execute(work.tx)
  const inductions = await sql<{ induction: number; given: number }>`
    select induction_id as induction, sum(given)::int as given from fablab.induction_figures
    where centre_id = ${centre} and month >= ${since} group by 1 order by 1`.execute(work.tx)
  const materials = await sql<LabFigures['materials'][number]>`
    select m.name, m.unit, coalesce(sum(s.amount) filter (where s.kind = 'used'), 0)::int as used,
      coalesce(sum(s.amount) filter (where s.kind = 'lost'), 0)::int as lost
    from fablab.stock_moves s join fablab.materials m on m.id = s.material_id
    where s.centre_id = ${centre} and s.noted_at >= ${since} and s.kind in ('used', 'lost')
    group by m.id, m.name, m.unit order by m.name`.execute(work.tx)
  return { hours: hours.rows, people: people.rows, inductions: inductions.rows, materials: materials.rows }
}
