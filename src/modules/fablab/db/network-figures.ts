import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { StockUnit } from '../domain/stock.ts'

/** A lab as the network reads it. Of people, null means fewer than 11: the database says no more. */
export interface CentreFigures {
  centre: number
  name: string
  minutes: number
  bookings: number
  absences: number
  /** Different people at machines, in the month there were most. */
  makers: number | null
  groupPeople: number | null
  /** Heads counted at open labs. */
  came: number | null
  given: number | null
  used: Partial<Record<StockUnit, number>>
}

/** Every lab since a day, by name; nothing to whoever is not the network manager. */
export async function readNetworkFigures(
  work: Work<'fablab'>,
  since: Temporal.PlainDate,
): Promise<CentreFigures[]> {
  const { rows } = await sql<CentreFigures>`
    select centre_id as centre, centre as name, minutes, bookings, absences, makers, group_people as "groupPeople", came, given, used
    from fablab.figures_of_centres(${since.toString()}::date)`.execute(work.tx)
  return rows
}
