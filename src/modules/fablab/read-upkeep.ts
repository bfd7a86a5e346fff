import type { Work } from '#platform/work/index.ts'
import { readUpkeepPlans } from './db/upkeep.ts'
import { type UpkeepDue, type UpkeepPlan, upkeepDue } from './domain/upkeep.ts'

export type PlanDue = UpkeepPlan & UpkeepDue
const order = { due: 0, soon: 1, later: 2 }

/** Every plan of a centre with when it falls due, the most pressing first. */
export async function readUpkeep(work: Work<'fablab'>, centre: number): Promise<PlanDue[]> {
  return (await readUpkeepPlans(work, centre))
    .map((plan) => ({ ...plan, ...upkeepDue(plan, work.now) }))
    .sort((a, b) => order[a.state] - order[b.state])
}

/** Those that are due now. */
export const readUpkeepDue = async (work: Work<'fablab'>, centre: number): Promise<PlanDue[]> =>
  (await readUpkeep(work, centre)).filter(({ state }) => state === 'due')
