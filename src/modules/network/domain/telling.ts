/** Days before a stop when those who wait for it are told: enough to come, not enough to forget. */
const daysBefore = 7
/** Nobody gets a message before or after these hours, at the place. */
const earliest = Temporal.PlainTime.from('10:00')
const latest = Temporal.PlainTime.from('19:00')

/** The first moment, from `at` on, when a message may arrive at the place. */
export function humane(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const time = at.toPlainTime()
  if (Temporal.PlainTime.compare(time, earliest) < 0) return at.withPlainTime(earliest)
  if (Temporal.PlainTime.compare(time, latest) < 0) return at
  return at.add({ days: 1 }).withPlainTime(earliest)
}

/**
 * When to tell of a stop: a week before in the morning, or as soon as it is decent when it is nearer; null when it
 * would begin before anybody could be told.
 */
export function tellingAt(start: Temporal.ZonedDateTime, now: Temporal.Instant): Temporal.Instant | null {
  const weekBefore = start.subtract({ days: daysBefore }).withPlainTime(earliest)
  const soon = humane(now.toZonedDateTimeISO(start.timeZoneId))
  const at = Temporal.ZonedDateTime.compare(weekBefore, soon) > 0 ? weekBefore : soon
  return Temporal.ZonedDateTime.compare(at, start) < 0 ? at.toInstant() : null
}
