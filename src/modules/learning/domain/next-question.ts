import { estimate, likelihood, type Observed } from './estimate.ts'
import type { Rung } from './ladder.ts'
import { type Answered, type Settled, settle } from './settle.ts'

/** Guards of the questions asked. */
export const guards = {
  /** Never more questions than this. */
  most: 10,
  /** The first question stands nearest to this difficulty. */
  first: 2,
  /** Nothing this much harder than where somebody stands. */
  gap: 2,
  /** After as many answers none of which is « alone » or « with help », asking on would only hurt. */
  patience: 4,
} as const

/** Why a question is asked, for whoever wonders. */
export type Reason = 'first' | 'new-theme' | 'harder' | 'easier' | 'other'

export type Next = { kind: 'ask'; rung: Rung; reason: Reason } | { kind: 'stop'; why: 'enough' | 'beginning' }

const doneOf = { alone: 1, helped: 0.5, 'not-yet': 0 } as const

/** The answers as the estimate reads them; « I do not know » is no evidence. */
export function observedOf(rungs: readonly Rung[], answered: readonly Answered[]): Observed[] {
  const difficulty = new Map(rungs.map((rung) => [rung.code, rung.difficulty]))
  return answered.flatMap(({ code, answer }) => {
    const hard = difficulty.get(code)
    return hard === undefined || answer === 'unsure' ? [] : [{ difficulty: hard, done: doneOf[answer] }]
  })
}

/**
 * How many rungs the answer would settle, on average: P × the untested rungs of the ladder as easy or easier, plus
 * (1 − P) × the untested ones as hard or harder.
 */
export function gain(
  rung: Rung,
  level: number,
  rungs: readonly Rung[],
  settled: ReadonlyMap<string, Settled>,
): number {
  const untested = rungs.filter(({ ladder, code }) => ladder === rung.ladder && !settled.has(code))
  const easier = untested.filter(({ difficulty }) => difficulty <= rung.difficulty).length
  const harder = untested.filter(({ difficulty }) => difficulty >= rung.difficulty).length
  const chance = likelihood(level, rung.difficulty)
  return chance * easier + (1 - chance) * harder
}

/**
 * The question that would teach most, or why there is none: everything within reach is known, ten were asked, or somebody
 * is at the very beginning. The same answers always lead to the same question; equal gains go to the first ladder.
 */
export function nextQuestion(rungs: readonly Rung[], answered: readonly Answered[]): Next {
  const begins = answered.length >= guards.patience && answered.every(({ answer }) => isNothingYet(answer))
  if (begins) return { kind: 'stop', why: 'beginning' }
  if (answered.length >= guards.most) return { kind: 'stop', why: 'enough' }
  const level = estimate(observedOf(rungs, answered))
  const settled = settle(rungs, answered)
  const untested = rungs.filter(({ code }) => !settled.has(code))
  const [first] = answered.length === 0 ? byDistance(untested) : []
  if (first) return { kind: 'ask', rung: first, reason: 'first' }
  let best: { rung: Rung; gain: number } | null = null
  for (const rung of untested.filter(({ difficulty }) => difficulty - level <= guards.gap)) {
    const gained = gain(rung, level, rungs, settled)
    if (!best || gained > best.gain + 1e-9) best = { rung, gain: gained }
  }
  if (!best) return { kind: 'stop', why: 'enough' }
  return { kind: 'ask', rung: best.rung, reason: reasonOf(best.rung, rungs, answered) }
}

const isNothingYet = (answer: Answered['answer']) => answer === 'not-yet' || answer === 'unsure'

const byDistance = (rungs: readonly Rung[]) =>
  [...rungs].sort((a, b) => Math.abs(a.difficulty - guards.first) - Math.abs(b.difficulty - guards.first))

function reasonOf(rung: Rung, rungs: readonly Rung[], answered: readonly Answered[]): Reason {
  const before = answered
    .map(({ code }) => rungs.find((other) => other.code === code))
    .filter((other) => other?.ladder === rung.ladder)
    .at(-1)
  if (!before) return 'new-theme'
  if (rung.difficulty === before.difficulty) return 'other'
  return rung.difficulty > before.difficulty ? 'harder' : 'easier'
}
