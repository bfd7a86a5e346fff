/** When a session begins, in its place's zone, and when the person joined. */
export interface Appointment {
  start: Temporal.ZonedDateTime
  joinedAt: Temporal.Instant
}

/** A reminder closer to the start than this helps nobody: the person is on the way. Hours. */
const tooLate = 1

/**
 * When to remind: the day before at 10:00 at the place, or two hours after joining if that is later. Null when less than
 * an hour would remain before the start.
 */
export function reminderAt({ start, joinedAt }: Appointment): Temporal.Instant | null {
  const dayBefore = start.toPlainDate().subtract({ days: 1 })
  const morning = dayBefore.toZonedDateTime({ timeZone: start.timeZoneId, plainTime: '10:00' }).toInstant()
  const afterJoining = joinedAt.add({ hours: 2 })
  const at = Temporal.Instant.compare(morning, afterJoining) >= 0 ? morning : afterJoining
  return Temporal.Instant.compare(at, start.toInstant().subtract({ hours: tooLate })) > 0 ? null : at
}

/** Whether to remind now: confirmed, not reminded yet, the moment has come and the session has not begun. */
export function isDue(
  asked: Appointment & { reminded: boolean; now: Temporal.Instant; status: string },
): boolean {
  const { start, reminded, now, status } = asked
  if (status !== 'confirmed' || reminded) return false
  const at = reminderAt(asked)
  return (
    at !== null &&
    Temporal.Instant.compare(at, now) <= 0 &&
    Temporal.Instant.compare(now, start.toInstant()) < 0
  )
}
