import type { Rung } from './ladder.ts'
import type { Answer } from './vocabulary.ts'

/** An answer to the question of a rung. */
export interface Answered {
  code: string
  answer: Answer
}

/** What is known of a rung: somebody said it (`direct`), or it follows from another rung of the same ladder. */
export interface Settled {
  answer: Answer
  direct: boolean
}

/**
 * What the answers tell of every rung. Who does a gesture alone does the easier ones of its ladder; who does it with help
 * too; who does not do it yet, or only with help, does not do the harder ones alone. « I do not know » tells nothing of
 * the others. What somebody said of a rung is never overruled by what follows from another; when two answers of a ladder
 * say opposite things of a third rung, the one nearest to it counts, and the more modest one when both are as near.
 */
export function settle(rungs: readonly Rung[], answered: readonly Answered[]): Map<string, Settled> {
  const byCode = new Map(rungs.map((rung) => [rung.code, rung]))
  const settled = new Map<string, Settled>()
  for (const { code, answer } of answered) if (byCode.has(code)) settled.set(code, { answer, direct: true })
  const heard = answered.flatMap(({ code, answer }) => {
    const rung = byCode.get(code)
    return rung && answer !== 'unsure' ? [{ rung, answer }] : []
  })
  for (const rung of rungs) {
    if (settled.has(rung.code)) continue
    const told = heard
      .filter(({ rung: other }) => other.ladder === rung.ladder)
      .flatMap(({ rung: other, answer }): Told[] => {
        const apart = Math.abs(other.difficulty - rung.difficulty)
        if (answer !== 'not-yet' && isNoHarder(rung, other, answer)) return [{ apart, answer: 'alone' }]
        if (answer !== 'alone' && isNoEasier(rung, other, answer)) return [{ apart, answer: 'not-yet' }]
        return []
      })
      .sort((a, b) => a.apart - b.apart || modesty[a.answer] - modesty[b.answer])[0]
    if (told) settled.set(rung.code, { answer: told.answer, direct: false })
  }
  return settled
}

interface Told {
  apart: number
  answer: 'alone' | 'not-yet'
}

const modesty = { 'not-yet': 0, alone: 1 } as const

/** Done alone says as much of a gesture as hard; done with help only of easier ones. */
const isNoHarder = (rung: Rung, other: Rung, answer: Answer) =>
  answer === 'alone' ? rung.difficulty <= other.difficulty : rung.difficulty < other.difficulty

/** Not done yet says as much of a gesture as hard; done with help only of harder ones. */
const isNoEasier = (rung: Rung, other: Rung, answer: Answer) =>
  answer === 'not-yet' ? rung.difficulty >= other.difficulty : rung.difficulty > other.difficulty
