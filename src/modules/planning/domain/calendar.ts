/** How far the calendar looks: a week, from Monday, or the weeks that hold a month. */
export const spans = ['week', 'month'] as const
export type Span = (typeof spans)[number]

/** What a line of the calendar is: a room, a place or a person. */
export const groupings = ['space', 'place', 'host'] as const
export type Grouping = (typeof groupings)[number]

/** What a session may lack. */
export const lacks = ['host', 'space', 'people', 'publication'] as const
export type Lack = (typeof lacks)[number]

/** What the calendar shows, all of it in its address. */
export interface View {
  span: Span
  by: Grouping
  /** Any day of what is shown. */
  day: Temporal.PlainDate
  place: number | null
  host: number | null
  theme: string | null
  lack: Lack | null
}

/** One session on the calendar. Day and hours are those of its place. */
export interface Entry {
  id: number
  day: string
  from: string
  to: string
  /** Seconds since 1970, to compare with now. */
  startsAt: number
  title: string
  theme: string
  status: string
  capacity: number
  seatsTaken: number
  hostsNeeded: number
  course: { index: number; length: number } | null
  place: { id: number; name: string; hasSpaces: boolean }
  space: { id: number; name: string } | null
  hosts: { id: number; name: string }[]
}

/** A session with what it lacks at a moment: looked at once, shown in many places. */
export interface Shown extends Entry {
  /** One can still change it: not cancelled, not begun. */
  isAhead: boolean
  lacks: readonly Lack[]
}

/** A stop of the nomadic team on the calendar. */
export interface StopEntry {
  id: number
  day: string
  from: string
  to: string
  place: { id: number; name: string }
}

const isoDay = (date: Temporal.PlainDate) => date.toString()

/** The days a view shows, whole weeks from Monday to Sunday. */
export function daysOf({ span, day }: Pick<View, 'span' | 'day'>): Temporal.PlainDate[] {
  const first = span === 'week' ? day : day.with({ day: 1 })
  const last = span === 'week' ? day : day.with({ day: day.daysInMonth })
  const from = first.subtract({ days: first.dayOfWeek - 1 })
  const to = last.add({ days: 7 - last.dayOfWeek })
  return Array.from({ length: from.until(to).days + 1 }, (_, i) => from.add({ days: i }))
}

/** The same view a week or a month earlier (`-1`) or later (`1`). */
export const shifted = (view: View, by: -1 | 1): View => ({
  ...view,
  day: view.span === 'week' ? view.day.add({ weeks: by }) : view.day.with({ day: 1 }).add({ months: by }),
})

/** Days before its start from which too few people are a worry, and the share of the chairs that is too few. */
const worryDays = 7
const worryShare = 0.25

/** What each session lacks at a moment. What is over, begun or cancelled lacks nothing any more. */
export function shownAt(entries: readonly Entry[], now: Temporal.Instant): Shown[] {
  const seconds = now.epochMilliseconds / 1000
  return entries.map((entry) => {
    const isAhead = entry.status !== 'cancelled' && entry.startsAt > seconds
    return { ...entry, isAhead, lacks: isAhead ? lacksOf(entry, seconds) : nothing }
  })
}

const nothing: readonly Lack[] = []

function lacksOf(entry: Entry, now: number): readonly Lack[] {
  const found: Lack[] = []
  if (entry.hosts.length < entry.hostsNeeded) found.push('host')
  if (entry.space === null && entry.place.hasSpaces) found.push('space')
  const soon = entry.startsAt < now + worryDays * 86_400
  if (entry.status === 'published' && soon && entry.seatsTaken < entry.capacity * worryShare)
    found.push('people')
  if (entry.status === 'draft') found.push('publication')
  return found.length > 0 ? found : nothing
}

/** One line of the calendar: a room, a place, a person, or what has none yet. */
export interface Line {
  key: string
  /** Null: no room or no host yet. */
  name: string | null
  /** Where sessions of this line are held, as a form says it (`12.4`); null when a line is no place. */
  where: string | null
  byDay: Map<string, Shown[]>
}

/** The lines of a view, in the order of their names; what has no room or no host comes first, so that it is seen. */
export function linesOf(entries: readonly Shown[], by: Grouping): Line[] {
  const lines = new Map<string, Line>()
  const put = (key: string, name: string | null, where: string | null, entry: Shown) => {
    const line = lines.get(key) ?? { key, name, where, byDay: new Map() }
    lines.set(key, line)
    const day = line.byDay.get(entry.day)
    if (day) day.push(entry)
    else line.byDay.set(entry.day, [entry])
  }
  const putPlace = (entry: Shown) =>
    put(`place-${entry.place.id}`, entry.place.name, String(entry.place.id), entry)
  for (const entry of entries) {
    if (by === 'host') {
      if (entry.hosts.length < entry.hostsNeeded || entry.hosts.length === 0) put('none', null, null, entry)
      for (const host of entry.hosts) put(`host-${host.id}`, host.name, null, entry)
    } else if (by === 'place') putPlace(entry)
    else if (entry.space)
      put(
        `space-${entry.space.id}`,
        `${entry.space.name}\n${entry.place.name}`,
        `${entry.place.id}.${entry.space.id}`,
        entry,
      )
    else if (entry.place.hasSpaces) put('none', null, null, entry)
    else putPlace(entry)
  }
  const collator = new Intl.Collator('fr')
  return [...lines.values()].sort((a, b) =>
    a.name === null ? -1 : b.name === null ? 1 : collator.compare(a.name, b.name),
  )
}

/** The entries of each day, for a month drawn in weeks. */
export const byDay = (entries: readonly Shown[]): Map<string, Shown[]> =>
  Map.groupBy(entries, ({ day }) => day)

/** Reads a view from an address; what is missing or odd falls back to this week, by room. */
export function readView(query: (name: string) => string | undefined, today: Temporal.PlainDate): View {
  const oneOf = <T extends string>(known: readonly T[], typed: string | undefined): T | null =>
    known.find((value) => value === typed) ?? null
  const number = (typed: string | undefined) => (typed && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)
  const typedDay = query('day') ?? ''
  return {
    span: oneOf(spans, query('span')) ?? 'week',
    by: oneOf(groupings, query('by')) ?? 'space',
    day: isDay(typedDay) ? Temporal.PlainDate.from(typedDay) : today,
    place: number(query('place')),
    host: number(query('host')),
    theme: query('theme') || null,
    lack: oneOf(lacks, query('lack')),
  }
}

const isDay = (typed: string) => {
  if (!/^20\d\d-\d\d-\d\d$/.test(typed)) return false
  try {
    Temporal.PlainDate.from(typed, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The address of a view: only what differs from the plain one. */
export function writeView(view: View): string {
  const query = new URLSearchParams({ span: view.span, by: view.by, day: isoDay(view.day) })
  if (view.place !== null) query.set('place', String(view.place))
  if (view.host !== null) query.set('host', String(view.host))
  if (view.theme !== null) query.set('theme', view.theme)
  if (view.lack !== null) query.set('lack', view.lack)
  return `/plan?${query}`
}
