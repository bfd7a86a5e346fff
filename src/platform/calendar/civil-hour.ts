/** Between these hours of the place, a message wakes nobody. */
const awake = { from: 9, to: 20 } as const

/** The moment itself when people are awake there; otherwise the next nine in the morning. */
export function civilHour(at: Temporal.Instant, timeZone: string): Temporal.Instant {
  const there = at.toZonedDateTimeISO(timeZone)
  if (there.hour >= awake.from && there.hour < awake.to) return at
  const day = there.toPlainDate().add({ days: there.hour < awake.from ? 0 : 1 })
  return day.toZonedDateTime({ timeZone, plainTime: { hour: awake.from } }).toInstant()
}
