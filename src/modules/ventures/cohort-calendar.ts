import ical from 'ical-generator'
import type { CohortMeeting } from './db/cohorts.ts'

/**
 * The meetings of a cohort as an iCalendar file (RFC 5545), in universal time. No person is in it.
 *
 * @param publicUrl address of the house, without a slash at its end
 */
export function cohortCalendar(
  { id, title, meetings }: { id: number; title: string; meetings: readonly CohortMeeting[] },
  publicUrl: string,
  now: Temporal.Instant,
): string {
  const calendar = ical({ name: title, prodId: { company: 'Maillage', product: 'Maillage' } })
  for (const meeting of meetings)
    calendar.createEvent({
      id: `cohort-meeting-${meeting.id}@${new URL(publicUrl).hostname}`,
      stamp: now,
      start: meeting.startsAt,
      end: meeting.endsAt,
      summary: title,
      location: `${meeting.place}, ${meeting.city}`,
      url: `${publicUrl}/founders/cohorts/${id}`,
    })
  return calendar.toString()
}
