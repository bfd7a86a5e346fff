import { openSolver, type Solver } from '#platform/solver/index.ts'
import { modelOf, partsOf, planOf } from './domain/fill-model.ts'
import type { Plan, Season } from './domain/fill-season.ts'

/** The best plan found for a season, and how far it may be from the best there is. */
export interface Filled {
  plan: Plan
  /** Proven best. */
  isOptimal: boolean
  objective: number
  bound: number
}

/** How far from the best a plan is at most: 0 when proven. */
export const gapOf = ({ objective, bound }: Pick<Filled, 'objective' | 'bound'>): number =>
  bound <= 0 ? 0 : Math.max(0, (bound - objective) / bound)

/** Two threads at most: the machine has others to serve. */
const atOnce = 2

/** Plans a season, part by part; `tell` hears how much is done, from 0 to 1. `seconds` is shared by the parts. */
export async function fillSeason(
  season: Season,
  options: { seconds: number; gap?: number; tell?(done: number): void | Promise<void> },
): Promise<Filled> {
  const parts = partsOf(season)
  const filled: Filled = { plan: { hosts: [], rooms: [] }, isOptimal: true, objective: 0, bound: 0 }
  const weight = (part: Season) => part.sessions.length * Math.max(1, part.hosts.length)
  const whole = parts.reduce((sum, part) => sum + weight(part), 0)
  // The heaviest first: what is left of the time goes to the others.
  const queue = [...parts].sort((a, b) => weight(b) - weight(a))
  let finished = 0
  const solvers = Array.from({ length: Math.min(atOnce, parts.length) }, openSolver)
  const work = async (solver: Solver) => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const model = modelOf(part)
      const share = Math.max(1, (options.seconds * atOnce * weight(part)) / Math.max(1, whole))
      const found = await solver.solve(model.model, {
        seconds: Math.min(options.seconds, share),
        gap: options.gap ?? 0,
      })
      const plan = planOf(model, found.values)
      filled.plan.hosts.push(...plan.hosts)
      filled.plan.rooms.push(...plan.rooms)
      filled.isOptimal &&= found.isOptimal
      filled.objective += found.objective
      filled.bound += Math.max(found.bound, found.objective)
      finished += weight(part)
      await options.tell?.(whole === 0 ? 1 : finished / whole)
    }
  }
  try {
    await Promise.all(solvers.map(work))
  } finally {
    await Promise.all(solvers.map((solver) => solver.close()))
  }
  return filled
}
