/** A day of the week as OpenStreetMap writes it, Monday first. */
export const weekDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export type WeekDay = (typeof weekDays)[number]

/** From when to when on one day, as `09:00` and `12:30`. */
export interface Opening {
  from: string
  to: string
}

const time = String.raw`([01]?\d|2[0-4]):[0-5]\d`
const day = '(Mo|Tu|We|Th|Fr|Sa|Su|PH)'
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const dayHours = new RegExp(
  String.raw`^(${day}([-,]${day})*\s+)?(off|closed|${time}-${time}(,\s*${time}-${time})*)(\s*".*")?$`,
)
const otherRule = new RegExp(String.raw`^(week\s|(\d{4}\s)?${month}|SH|PH)`)

/** Whether a text is opening hours in the OpenStreetMap manner, as far as people write them. */
export const areHours = (text: string): boolean =>
  text === '24/7' ||
  text
    .split(';')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .every((rule) => dayHours.test(rule) || otherRule.test(rule))

/** Openings of one day in order, those that overlap or touch made one. */
export function joinOpenings(openings: readonly Opening[]): Opening[] {
  const joined: Opening[] = []
  for (const { from, to } of openings.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else joined.push({ from, to })
  }
  return joined
}

const sayOpenings = (openings: readonly Opening[]) =>
  openings.map(({ from, to }) => `${from}-${to}`).join(',')

/**
 * Opening hours of a week in OpenStreetMap’s notation, days that follow each other with the same hours said together:
 * `Mo-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00`. Empty when every day is closed.
 */
export function weekHours(week: Readonly<Partial<Record<WeekDay, readonly Opening[]>>>): string {
  const runs: { first: WeekDay; last: WeekDay; hours: string }[] = []
  for (const [i, name] of weekDays.entries()) {
    const hours = sayOpenings(joinOpenings(week[name] ?? []))
    const before = runs.at(-1)
    if (hours === '') continue
    if (before?.hours === hours && before.last === weekDays[i - 1]) before.last = name
    else runs.push({ first: name, last: name, hours })
  }
  return runs
    .map(({ first, last, hours }) => `${first === last ? first : `${first}-${last}`} ${hours}`)
    .join('; ')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (number: number) => String(number).padStart(2, '0')
const clock = (at: Temporal.ZonedDateTime) => `${two(at.hour)}:${two(at.minute)}`

/**
 * Windows of the nomadic team, in their place’s zone, as dated opening hours: `2026 Dec 08 10:00-12:00; 2026 Dec 15 …`.
 * A window that lasts beyond midnight ends at 24:00 of the day it began.
 */
export function datedHours(
  windows: readonly { start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }[],
): string {
  const days = Map.groupBy(windows, ({ start }) => start.toPlainDate().toString())
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso, there]) => {
      const date = Temporal.PlainDate.from(iso)
      const openings = there.map(({ start, end }) => ({
        from: clock(start),
        to: end.toPlainDate().equals(date) ? clock(end) : '24:00',
      }))
      return `${date.year} ${months[date.month - 1]} ${two(date.day)} ${sayOpenings(joinOpenings(openings))}`
    })
    .join('; ')
}
