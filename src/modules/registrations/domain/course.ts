/** What is asked of a date of a course. */
export interface CourseDate {
  status: string
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime
}

/** The dates one comes to: published, in order of time. */
export const datesKept = <D extends CourseDate>(dates: readonly D[]): D[] =>
  dates
    .filter(({ status }) => status === 'published')
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start))

/** The dates that have not begun. */
export const datesAhead = <D extends CourseDate>(dates: readonly D[], now: Temporal.Instant): D[] =>
  datesKept(dates).filter(({ start }) => Temporal.Instant.compare(start.toInstant(), now) > 0)

/**
 * What one may still do with a course: it is joined before its first date, it is over with its last one. A session on
 * its own is a course of one date.
 */
export function standingOfCourse(
  dates: readonly CourseDate[],
  lead: { status: 'draft' | 'published' | 'cancelled'; seatsLeft: number },
  now: Temporal.Instant,
): 'open' | 'full' | 'started' | 'over' | 'cancelled' | 'draft' {
  if (lead.status !== 'published') return lead.status
  const kept = datesKept(dates)
  if (kept.every(({ end }) => Temporal.Instant.compare(end.toInstant(), now) <= 0)) return 'over'
  if (datesAhead(kept, now).length < kept.length) return 'started'
  return lead.seatsLeft > 0 ? 'open' : 'full'
}

/** Whether somebody who joined may still say that she does not come: until the last date begins. */
export const mayLeave = (dates: readonly CourseDate[], now: Temporal.Instant): boolean =>
  datesAhead(dates, now).length > 0

const place = 65_536

/**
 * A message about a date of a course is known by the date's index and its revision; about a session on its own, by the
 * revision alone.
 */
export const versionOf = (session: { course: { index: number } | null; revision: number }): number =>
  (session.course?.index ?? 0) * place + session.revision

/** The session a message is about, if it still stands as it did then. */
export function dateOfVersion<D extends { course: { index: number } | null; revision: number }>(
  dates: readonly D[],
  version: number,
): D | undefined {
  return dates.find((date) => versionOf(date) === version)
}
