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
 * whose mark is undone) takes them back. In a course a chair is held for all its dates: being away from one of them does
 * not give it away (decision 0020).
 */
export function chairsAfter(
  before: Mark | null,
  after: Mark | null,
  isCourse: boolean,
): 'free' | 'take-back' | 'keep' {
  if (isCourse) return 'keep'
  if (isAway(before) === isAway(after)) return 'keep'
  return isAway(after) ? 'free' : 'take-back'
}

/** Whether the day of a session, at its place, has come: before it, nobody can be there. */
export const isItsDay = (start: Temporal.ZonedDateTime, now: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(now.toZonedDateTimeISO(start.timeZoneId).toPlainDate(), start.toPlainDate()) >= 0
