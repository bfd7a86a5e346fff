/** What a jury looks at, and how much it counts: 1 to 5. */
export interface Criterion {
  position: number
  label: string
  weight: number
}

/** What one member gave for one criterion: 0 to 4. */
export interface Score {
  application: number
  criterion: number
  member: number
  score: number
}

/** A jury is two people at least. */
export const fewestJurors = 2

/** One line of the explanation: what the jury gave on average, and how many points it makes. */
export interface JuryLine {
  criterion: Criterion
  /** What each member of the whole jury gave, always in the same order of members. */
  given: readonly number[]
  /** Average of the members, 0 to 4; null when nobody gave any. */
  mean: number | null
  /** Of 100. */
  points: number
}

export interface Judged {
  application: number
  lines: readonly JuryLine[]
  /** Out of 100, to a tenth; null until the jury is whole. */
  points: number | null
  /** Members who gave every criterion. */
  jurors: number
  /** 1 for the first; the same points are the same rank. Null until the jury is whole. */
  rank: number | null
}

/**
 * Each application judged, the best first: the average of the members for each criterion, weighted, out of 100. A member
 * who left a criterion out counts for none.
 */
export function judge(
  applications: readonly number[],
  criteria: readonly Criterion[],
  scores: readonly Score[],
): Judged[] {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const judged = applications.map((application) => {
    const given = scores.filter((one) => one.application === application)
    const members = [...new Set(given.map(({ member }) => member))].filter((member) =>
      criteria.every(({ position }) =>
        given.some((one) => one.member === member && one.criterion === position),
      ),
    )
    const lines = criteria.map((criterion): JuryLine => {
      const all = given
        .filter((one) => one.criterion === criterion.position && members.includes(one.member))
        .toSorted((a, b) => a.member - b.member)
      const mean = all.length === 0 ? null : all.reduce((sum, { score }) => sum + score, 0) / all.length
      return {
        criterion,
        given: all.map(({ score }) => score),
        mean,
        points: mean === null ? 0 : (100 * mean * criterion.weight) / (4 * whole),
      }
    })
    const total = Math.round(10 * lines.reduce((sum, { points }) => sum + points, 0)) / 10
    const points = members.length < fewestJurors ? null : total
    return { application, lines, points, jurors: members.length }
  })
  return judged
    .map((one) => ({
      ...one,
      rank:
        one.points === null
          ? null
          : 1 + judged.filter(({ points }) => points !== null && points > (one.points ?? 0)).length,
    }))
    .sort((a, b) => (b.points ?? -1) - (a.points ?? -1) || a.application - b.application)
}
