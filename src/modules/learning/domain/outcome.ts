import { type Band, bandOf, estimate } from './estimate.ts'
import type { Rung } from './ladder.ts'
import { observedOf } from './next-question.ts'
import { type Answered, settle } from './settle.ts'

/** What somebody can do, what would help next, and nothing that looks like a mark. */
export interface Outcome {
  band: Band
  /** Done alone, the hardest last within each ladder; `direct` false when it only follows from another answer. */
  can: { rung: Rung; direct: boolean }[]
  /** One gesture of at most three themes, the nearest to what is already done first. */
  next: Rung[]
}

/** How many things to do next one is told: more would be none. */
const mostNext = 3

/**
 * From the answers to what is said of them. Next comes what is already done with help, then the first gesture of each
 * ladder that is not done yet, the easiest first; never two of one ladder.
 */
export function outcome(rungs: readonly Rung[], answered: readonly Answered[]): Outcome {
  const settled = settle(rungs, answered)
  const can = rungs.flatMap((rung) => {
    const known = settled.get(rung.code)
    return known?.answer === 'alone' ? [{ rung, direct: known.direct }] : []
  })
  const open = rungs.flatMap((rung, place) => {
    const known = settled.get(rung.code)
    return known && known.answer !== 'alone' ? [{ rung, place, helped: known.answer === 'helped' }] : []
  })
  const nearest = [...open].sort(
    (a, b) =>
      Number(b.helped) - Number(a.helped) || a.rung.difficulty - b.rung.difficulty || a.place - b.place,
  )
  const ladders = new Set<string>()
  const next = nearest
    .map(({ rung }) => rung)
    .filter(({ ladder }) => !ladders.has(ladder) && ladders.add(ladder))
    .slice(0, mostNext)
  return { band: bandOf(estimate(observedOf(rungs, answered))), can, next }
}
