import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import { sayFigure } from '../domain/figures.ts'

/** A count of a month: of projects, of those made with a machine, of one machine, of one licence, or of those who made the same. */
export interface Figure {
  month: Temporal.PlainDate
  about: 'projects' | 'with-machine' | 'machine' | 'licence' | 'makes'
  which: string
  count: number
}

/** Of the centres whoever asks may see, added up, the latest month first. */
export async function readFigures(work: Work<'projects'>): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select month, about, which, sum(count)::int as count from projects.figures
      group by month, about, which order by month desc, count desc, which`.execute(work.tx)
  return rows
}

/** Projects first shown since a day, by centre and kind of machine; kind null: with one at least, each counted once. */
export async function countMade(
  work: Work<'projects'>,
  since: Temporal.PlainDate,
): Promise<{ centre: number; kind: string | null; count: number | null }[]> {
  const { rows } = await sql<{ centre: number; kind: string | null; count: number }>`
    select centre_id as centre, nullif(which, '') as kind, sum(count)::int as count from projects.figures
      where about in ('with-machine', 'machine') and month >= ${since.toString()}::date
      group by 1, 2 order by 1, 2 nulls first`.execute(work.tx)
  const leaves = work.actor.kind === 'member' && work.actor.role === 'network-manager'
  return rows.map((row) => ({ ...row, count: sayFigure(row.count, leaves) }))
}
