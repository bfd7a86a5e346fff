import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#platform/database/project-root.ts'

/** A linear model with whole variables: maximise `cost · x` where `lower ≤ row · x ≤ upper` and `0 ≤ x ≤ upper`. */
export interface LinearModel {
  columns: readonly { cost: number; upper: number; whole: boolean }[]
  rows: readonly {
    lower: number
    upper: number
    entries: readonly (readonly [column: number, value: number])[]
  }[]
}

export interface Solution {
  /** Proven best, within the gap that was asked. */
  isOptimal: boolean
  /** One a column. */
  values: Float64Array
  objective: number
  /** Nothing better than this exists. */
  bound: number
}

/** The solver ended without an answer: out of memory, a model it cannot bear, or stopped by whoever asked. */
export class Unsolved extends Error {}

/** A thread that solves models with HiGHS, one after the other. */
export interface Solver {
  /**
   * `seconds` is how long it may look (the best found until then is the answer), `gap` how far from the bound it may stop,
   * 0 for a proof. Throws {@link Unsolved} when the thread ends first.
   */
  solve(model: LinearModel, options: { seconds: number; gap?: number }): Promise<Solution>
  /** Ends the thread at once, whatever it is doing. */
  close(): Promise<void>
}

export function openSolver(): Solver {
  const worker = new Worker(join(projectRoot, 'src/platform/solver/worker.mjs'))
  // Nothing else waits for it: a product that stops does not wait for a proof.
  worker.unref()
  return {
    solve: (model, { seconds, gap = 0 }) =>
      model.columns.length === 0
        ? Promise.resolve({ isOptimal: true, values: new Float64Array(0), objective: 0, bound: 0 })
        : new Promise((resolve, reject) => {
            const ended = (why: string) => reject(new Unsolved(why))
            const onError = (error: unknown) => ended(error instanceof Error ? error.message : String(error))
            const onExit = () => ended('the solver was stopped')
            worker.once('error', onError).once('exit', onExit)
            worker.once('message', (solution: Solution) => {
              worker.off('error', onError).off('exit', onExit)
              resolve(solution)
            })
            worker.ref()
            worker.postMessage({ model, seconds, gap })
          }),
    close: async () => void (await worker.terminate()),
  }
}
