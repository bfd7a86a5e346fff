import { sql } from '#platform/database/index.ts'
import type { Work } from '#platform/work/index.ts'
import type { Milestone, MilestoneKind } from '../domain/milestones.ts'
import type { Sector } from '../domain/vocabulary.ts'

/** What a founder has reached, the first thing first. */
export async function readMilestones(work: Work<'ventures'>, founder: number): Promise<Milestone[]> {
  const rows = await work.tx
    .selectFrom('ventures.milestones')
    .select(['id', 'kind', 'reached_on as on', 'town', 'jobs'])
    .where('founder_id', '=', founder)
    .orderBy('reached_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: Number(row.id), kind: row.kind as MilestoneKind }))
}

export async function insertMilestone(
  work: Work<'ventures'>,
  said: {
    founder: number
    centre: number
    kind: MilestoneKind
    on: Temporal.PlainDate
    town: { code: string; name: string } | null
    jobs: number | null
  },
): Promise<void> {
  await work.tx
    .insertInto('ventures.milestones')
    .values({
      founder_id: said.founder,
      centre_id: said.centre,
      kind: said.kind,
      reached_on: said.on,
      insee_code: said.town?.code ?? null,
      town: said.town?.name ?? null,
      jobs: said.jobs,
      said_at: work.now,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function deleteMilestone(work: Work<'ventures'>, id: number): Promise<void> {
  await work.tx.deleteFrom('ventures.milestones').where('id', '=', id).execute()
}

/** Firms of a town, or of a trade in it (`sector`; null: every trade). */
export interface FirmCount {
  inseeCode: string
  town: string
  sector: Sector | null
  /** Firms begun. */
  count: number
  /** People hired. */
  jobs: number
}

/** Every town by name, as a whole, then its trades: of the whole network, and not to be shown as they are. */
export async function countFirms(work: Work<'ventures'>): Promise<FirmCount[]> {
  const { rows } = await sql<FirmCount>`
    select insee_code as "inseeCode", max(town) as town, sector, sum(firms)::int as count, sum(jobs)::int as jobs
    from ventures.firm_figures group by grouping sets ((insee_code), (insee_code, sector))
    order by max(town), insee_code, sector nulls first`.execute(work.tx)
  return rows
}
