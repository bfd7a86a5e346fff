/** One leg of a round: a place, and two hours on the wall there. */
export interface Leg {
  place: number
  from: Temporal.PlainTime
  to: Temporal.PlainTime
}

/** What stands in the way of a round; `leg` counts from 0. */
export type LegProblem =
  | { why: 'ends-before-it-starts'; leg: number }
  /** It begins before the one before has ended, or with too few minutes to drive there. */
  | { why: 'too-early'; leg: number; needed: number; given: number }

const minutesBetween = (a: Temporal.PlainTime, b: Temporal.PlainTime) => a.until(b).total('minutes')

/** Every problem of a round’s legs, in the order they are driven. `travel`: minutes to allow between two places. */
export function legProblems(
  legs: readonly Leg[],
  travel: (from: number, to: number) => number,
): LegProblem[] {
  return legs.flatMap(({ place, from, to }, leg): LegProblem[] => {
    if (minutesBetween(from, to) <= 0) return [{ why: 'ends-before-it-starts', leg }]
    const before = legs[leg - 1]
    if (!before) return []
    const [given, needed] = [minutesBetween(before.to, from), travel(before.place, place)]
    return given < needed ? [{ why: 'too-early', leg, needed, given }] : []
  })
}
