/** One direct answer as the estimate reads it: how hard it was, and how much of it was done alone (1, 0.5 or 0). */
export interface Observed {
  difficulty: number
  done: number
}

/**
 * Rasch: how likely somebody at `level` does a gesture of this difficulty alone. Both are on one scale without unit;
 * equal means one chance in two.
 */
export const likelihood = (level: number, difficulty: number): number =>
  1 / (1 + Math.exp(-(level - difficulty)))

/** Where somebody may stand: 0.5, 1, … 7.5. */
export const grid: readonly number[] = Array.from({ length: 15 }, (_, i) => 0.5 + i / 2)

/** Two answers nobody gave, so that a person who can everything, or nothing yet, still stands somewhere on the grid. */
const virtual: readonly Observed[] = [
  { difficulty: 0, done: 1 },
  { difficulty: 7, done: 0 },
]

/**
 * Where somebody stands after these answers: the first level of the grid where what they did is nearest to what was
 * expected, that is, which maximises −|Σ(done − likelihood)|. The rule of Pix's positioning.
 */
export function estimate(observed: readonly Observed[]): number {
  const all = [...observed, ...virtual]
  let best = { level: grid[0] as number, surprise: Number.POSITIVE_INFINITY }
  for (const level of grid) {
    const surprise = Math.abs(
      all.reduce((sum, { difficulty, done }) => sum + done - likelihood(level, difficulty), 0),
    )
    if (surprise < best.surprise) best = { level, surprise }
  }
  return best.level
}

/** Where somebody stands, in words and never as a number. */
export const bands = ['first-steps', 'on-the-way', 'at-ease', 'can-show'] as const
export type Band = (typeof bands)[number]

/** The band of a level: each is as wide as a rung of our ladders. */
export const bandOf = (level: number): Band =>
  level < 2 ? 'first-steps' : level < 3.5 ? 'on-the-way' : level < 5 ? 'at-ease' : 'can-show'
