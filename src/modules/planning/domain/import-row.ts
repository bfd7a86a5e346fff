import { readDay, readHour } from './import-moment.ts'

/** What a file may say of a session; the columns of the spreadsheet, in their order. */
export const importFields = [
  'reference',
  'activity',
  'place',
  'space',
  'date',
  'start',
  'end',
  'minutes',
  'capacity',
] as const
export type ImportField = (typeof importFields)[number]

/** One session as a file says it: only what was written, as text. */
export interface ImportRow {
  /** The line of the spreadsheet, or the rank in the calendar. */
  line: number
  cells: Partial<Record<ImportField, string>>
  /** Moments a calendar gives without a doubt (ISO 8601, with `Z`); the hours of a spreadsheet are those of the place. */
  from?: string
  to?: string
  /** The calendar says it is cancelled. */
  cancelled?: boolean
}

/** What is wrong with a row, as a word of the catalogue; `value` when it is about one thing that was written. */
export interface RowProblem {
  word:
    | 'activity-missing'
    | 'activity-unknown'
    | 'activity-changed'
    | 'place-missing'
    | 'place-unknown'
    | 'place-unclear'
    | 'space-unknown'
    | 'date-missing'
    | 'date-unreadable'
    | 'start-missing'
    | 'hour-unreadable'
    | 'minutes-wrong'
    | 'ends-before-it-starts'
    | 'capacity-wrong'
    | 'capacity-below-taken'
    | 'too-large-for-space'
    | 'in-the-past'
    | 'too-far'
    | 'space-held'
    | 'row-twice'
    | 'cancelled-there'
    | 'cancelled-here'
    | 'started-here'
  value?: string
}

/** When a row wants it. A calendar's own moment, or a day and an hour on the wall of a place that is still to be found. */
export type WishedStart =
  | { kind: 'moment'; at: Temporal.Instant }
  | { kind: 'wall'; day: Temporal.PlainDate; hour: Temporal.PlainTime }

/** A row read, whatever its activity and its place are. */
export interface WishedSession {
  start: WishedStart
  /** Null: as long as the activity says. */
  minutes: number | null
  /** Null: as many chairs as the activity says. */
  capacity: number | null
}

type Reading = { ok: true; wish: WishedSession } | { ok: false; problems: RowProblem[] }

/** Reads day, hours, length and chairs of a row; every problem of the row, not only the first. */
export function readRow(row: ImportRow): Reading {
  const problems: RowProblem[] = []
  const start = startOf(row, problems)
  const minutes = minutesOf(row, start, problems)
  const capacity = numberOf(row.cells.capacity, 1, 500, 'capacity-wrong', problems)
  return start && problems.length === 0
    ? { ok: true, wish: { start, minutes, capacity } }
    : { ok: false, problems }
}

function startOf({ cells, from }: ImportRow, problems: RowProblem[]): WishedStart | null {
  if (from) return { kind: 'moment', at: Temporal.Instant.from(from) }
  const { date = '', start = '' } = cells
  const day = readDay(date)
  // The hour may stand in the cell of the day, as one date and time.
  const hour = readHour(start || date)
  if (!date) problems.push({ word: 'date-missing' })
  else if (!day) problems.push({ word: 'date-unreadable', value: date })
  if (!hour && start) problems.push({ word: 'hour-unreadable', value: start })
  else if (!hour) problems.push({ word: 'start-missing' })
  return day && hour ? { kind: 'wall', day, hour } : null
}

function minutesOf(
  { cells, to }: ImportRow,
  start: WishedStart | null,
  problems: RowProblem[],
): number | null {
  const said = numberOf(cells.minutes, 15, 600, 'minutes-wrong', problems)
  if (said !== null || !start) return said
  const until =
    start.kind === 'moment' && to ? start.at.until(Temporal.Instant.from(to)) : untilEnd(cells.end, start)
  if (until === 'unreadable') problems.push({ word: 'hour-unreadable', value: cells.end ?? '' })
  if (until === null || until === 'unreadable') return null
  const minutes = Math.round(until.total('minutes'))
  if (minutes <= 0) problems.push({ word: 'ends-before-it-starts' })
  else if (minutes < 15 || minutes > 600) problems.push({ word: 'minutes-wrong', value: String(minutes) })
  return minutes
}

function untilEnd(end: string | undefined, start: WishedStart): Temporal.Duration | 'unreadable' | null {
  if (!end || start.kind !== 'wall') return null
  const hour = readHour(end)
  return hour ? start.hour.until(hour) : 'unreadable'
}

function numberOf(
  text: string | undefined,
  least: number,
  most: number,
  word: RowProblem['word'],
  problems: RowProblem[],
): number | null {
  if (!text) return null
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  problems.push({ word, value: text })
  return null
}
