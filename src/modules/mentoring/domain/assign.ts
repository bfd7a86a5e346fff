import { linearSumAssignment } from 'linear-sum-assignment'
import { Matrix } from 'ml-matrix'

/** `score[i][j]`: points of a founder with a mentor, null when the pair is excluded. */
export type Scores = readonly (readonly (number | null)[])[]

/** Above any sum of scores a matching could lose to serve one founder more. */
const leftOut = 1_000_000

/**
 * Gives each founder at most one mentor and no mentor more than `capacity`, so that as many founders as possible have
 * one, then those who `waited`, then the sum of scores is the highest there is. Answers the mentor of each founder by
 * position, null for whoever is left out. The same question always has the same answer.
 *
 * Jonker–Volgenant on one column a place, rectangular, after Crouse (2016), https://doi.org/10.1109/TAES.2016.140952.
 */
export function assign(
  scores: Scores,
  capacity: readonly number[],
  waited: readonly number[] = [],
): (number | null)[] {
  const places = capacity.flatMap((free, mentor) => Array<number>(Math.max(0, free)).fill(mentor))
  if (scores.length === 0 || places.length === 0) return scores.map(() => null)
  // A founder without a mentor stands on a place that serves nobody: there are enough of them.
  const width = Math.max(places.length, scores.length)
  const costs = scores.map((row, founder) => {
    const dear = leftOut * (1 + Math.min(waited[founder] ?? 0, mostWaited))
    return Array.from({ length: width }, (_, place) => {
      const mentor = places[place]
      const score = mentor === undefined ? null : (row[mentor] ?? null)
      return score === null ? dear : -score
    })
  })
  const { rowAssignments } = linearSumAssignment(new Matrix(costs), { maximaze: false })
  return scores.map((row, founder) => {
    const mentor = places[rowAssignments[founder] ?? -1]
    return mentor === undefined || (row[mentor] ?? null) === null ? null : mentor
  })
}

/** Waiting longer than this changes nothing more. */
const mostWaited = 9
