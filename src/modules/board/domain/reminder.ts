/** Hours before a reminder during which both were told anyway: they need no reminder then. */
const justTold = 6

/** When to remind of a meeting: the day before at ten in the morning, there. */
export const reminderAt = (start: Temporal.ZonedDateTime): Temporal.Instant =>
  start
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: start.timeZoneId, plainTime: '10:00' })
    .toInstant()

/** The same, for two people who are told now; null when it would follow at once. */
export function reminderAfter(
  start: Temporal.ZonedDateTime,
  told: Temporal.Instant,
): Temporal.Instant | null {
  const at = reminderAt(start)
  return Temporal.Instant.compare(told.add({ hours: justTold }), at) < 0 ? at : null
}
