/** What is said of somebody at the roll call. */
export const marks = ['present', 'absent', 'excused'] as const
export type Mark = (typeof marks)[number]

/** The last gesture about a registration: what, by whom, when. No mark: it was undone. */
export interface Gesture {
  mark: Mark | null
  by: string
  at: Temporal.Instant
}

const isAway = (mark: Mark | null) => mark === 'absent' || mark === 'excused'

/**
 * What a gesture does to the chairs: who does not come frees hers, who was said not to come and is here after all (or
 * whose mark is undone) takes them back.
 */
export function chairsAfter(before: Mark | null, after: Mark | null): 'free' | 'take-back' | 'keep' {
  if (isAway(before) === isAway(after)) return 'keep'
  return isAway(after) ? 'free' : 'take-back'
}
