export const halfDays = ['morning', 'afternoon', 'evening'] as const
export type HalfDay = (typeof halfDays)[number]

/** Days of the week as ISO counts them: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Half-days of a week, as « 1-morning » for Monday morning. */
export type WeekCode = `${(typeof weekdays)[number]}-${HalfDay}`
export const weekCodes: readonly WeekCode[] = weekdays.flatMap((day) =>
  halfDays.map((half): WeekCode => `${day}-${half}`),
)

/** Hours of a half-day, at the place. They touch, so that whoever has a morning and an afternoon has its noon. */
export const hoursOf: Readonly<Record<HalfDay, readonly [from: string, until: string]>> = {
  morning: ['08:00', '12:30'],
  afternoon: ['12:30', '18:00'],
  evening: ['18:00', '22:00'],
}

/** Days somebody is away, the first and the last included. */
export interface Absence {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** A time somebody has. */
export interface Window {
  from: Temporal.Instant
  to: Temporal.Instant
}

const { compare } = Temporal.PlainDate

export const isAway = (absences: readonly Absence[], day: Temporal.PlainDate): boolean =>
  absences.some(({ from, until }) => compare(from, day) <= 0 && compare(day, until) <= 0)

/**
 * The times somebody usually has between two moments, days away left out, times that touch made one. The hours are the
 * zone's own: ten o'clock stays ten o'clock when summer time begins.
 */
export function windowsOf(
  weekly: readonly string[],
  absences: readonly Absence[],
  { from, to }: Window,
  timeZone: string,
): Window[] {
  const windows: Window[] = []
  const last = to.toZonedDateTimeISO(timeZone).toPlainDate()
  for (
    let day = from.toZonedDateTimeISO(timeZone).toPlainDate();
    compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isAway(absences, day)) continue
    for (const half of halfDays) {
      if (!weekly.includes(`${day.dayOfWeek}-${half}`)) continue
      const [starts, ends] = hoursOf[half].map((time) =>
        day.toZonedDateTime({ timeZone, plainTime: time }).toInstant(),
      ) as [Temporal.Instant, Temporal.Instant]
      const before = windows.at(-1)
      if (before && Temporal.Instant.compare(before.to, starts) === 0) before.to = ends
      else windows.push({ from: starts, to: ends })
    }
  }
  return windows
}

/** Whether one of the windows holds the whole of a time. */
export const holds = (windows: readonly Window[], time: Window): boolean =>
  windows.some(
    ({ from, to }) =>
      Temporal.Instant.compare(from, time.from) <= 0 && Temporal.Instant.compare(time.to, to) <= 0,
  )
