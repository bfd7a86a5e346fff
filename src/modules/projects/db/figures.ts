import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A count of a month: of projects, of one machine, of one licence, or of those who made the same. */
export interface Figure {
  month: Temporal.PlainDate
  about: 'projects' | 'machine' | 'licence' | 'makes'
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
