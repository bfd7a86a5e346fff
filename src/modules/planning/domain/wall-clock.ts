/** A moment on the clock of a place: `2026-12-01`, `14:00`. */
export interface WallTime {
  day: string
  hour: string
}

/**
 * Reads moments, in seconds since 1970, on the clock of a zone. A month of a calendar holds thousands of sessions and a
 * few hundred moments: each is worked out once by each reader that is opened.
 */
export function openClocks(): (zone: string, seconds: number) => WallTime {
  const clocks = new Map<string, Map<number, WallTime>>()
  return (zone, seconds) => {
    const clock = clocks.get(zone) ?? new Map<number, WallTime>()
    const known = clock.get(seconds)
    if (known) return known
    const said = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      .toZonedDateTimeISO(zone)
      .toString()
    const time = { day: said.slice(0, 10), hour: said.slice(11, 16) }
    clocks.set(zone, clock.set(seconds, time))
    return time
  }
}
