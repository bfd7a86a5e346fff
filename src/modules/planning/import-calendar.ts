import ICAL from 'ical.js'
import { done, type Result, refuse } from '#platform/work/index.ts'
import type { ImportRow } from './domain/import-row.ts'

export type CalendarRefusal =
  /** It is no iCalendar file, or a broken one. */
  | { refusal: 'calendar-unreadable' }
  /** Nothing in it is still to come. */
  | { refusal: 'calendar-past' }
  | { refusal: 'calendar-too-long'; most: number }
  /** A rule that comes back by the hour or the minute is nobody’s season. */
  | { refusal: 'rule-unknown' }

/** As many as a spreadsheet may have rows. */
const most = 2000
/** Rules that come back are followed this far, in days: a school year and its holidays. */
const farthestDays = 400
/** A file with more rules than this is no programme, and rules take time. */
const mostRules = 300
/** Dates of one rule looked at before giving up: a rule that began long ago. */
const mostSteps = 4000
const knownRules = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])

/**
 * The events of an iCalendar file (RFC 5545) still to come, one row for each date of those that come back. The file's own
 * zones are trusted first, then the zone's name; an hour without a zone is that of the place.
 */
export function rowsOfCalendar(text: string, now: Temporal.Instant): Result<ImportRow[], CalendarRefusal> {
  const rows: ImportRow[] = []
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    const parts = calendar.getAllSubcomponents('vevent')
    if (parts.length === 0) return refuse({ refusal: 'calendar-unreadable' })
    const exceptions = parts.filter((part) => part.hasProperty('recurrence-id'))
    const events = parts
      .filter((part) => !exceptions.includes(part))
      .map((part) => {
        const uid = String(part.getFirstPropertyValue('uid'))
        return new ICAL.Event(part, {
          exceptions: exceptions.filter((other) => String(other.getFirstPropertyValue('uid')) === uid),
        })
      })
    const rules = events.filter((event) => event.isRecurring())
    if (rules.length > mostRules) return refuse({ refusal: 'calendar-too-long', most })
    for (const event of rules)
      for (const frequency of Object.keys(event.getRecurrenceTypes()))
        if (!knownRules.has(frequency)) return refuse({ refusal: 'rule-unknown' })
    for (const event of events)
      for (const row of event.isRecurring()
        ? datesOf(event, now)
        : [rowOf(event, event.startDate, event.endDate, '')]) {
        if (isPast(row, now)) continue
        if (rows.push({ ...row, line: rows.length + 1 }) > most)
          return refuse({ refusal: 'calendar-too-long', most })
      }
  } catch {
    // The reader throws many kinds of errors on broken files; to a person they are one.
    return refuse({ refusal: 'calendar-unreadable' })
  }
  return rows.length > 0 ? done(rows) : refuse({ refusal: 'calendar-past' })
}

type Row = Omit<ImportRow, 'line'>

function* datesOf(event: ICAL.Event, now: Temporal.Instant): Generator<Row> {
  const end = now.add({ hours: 24 * farthestDays }).epochMilliseconds / 1000
  const dates = event.iterator()
  for (let step = 0; step < mostSteps; step++) {
    const date = dates.next()
    if (!date || date.toUnixTime() > end) return
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(date)
    yield rowOf(item, startDate, endDate, `/${recurrenceId}`)
  }
}

function rowOf(event: ICAL.Event, start: ICAL.Time | null, end: ICAL.Time | null, date: string): Row {
  const clean = (text: unknown) =>
    typeof text === 'string' ? text.replaceAll('\0', '').trim().slice(0, 200) : ''
  const [summary, location, uid] = [clean(event.summary), clean(event.location), clean(event.uid)]
  const status = String(event.component.getFirstPropertyValue('status') ?? '')
  const from = start && momentOf(start, event.component)
  const to = end && momentOf(end, event.component)
  return {
    cells: {
      ...(uid && { reference: `${uid}${date}` }),
      ...(summary && { activity: summary }),
      ...(location && { place: location }),
      // A whole day says a day and no hour: the row will say so.
      ...(start && !from && { date: start.toString().slice(0, 10) }),
      ...(start && !from && !start.isDate && { start: start.toString().slice(11, 16) }),
      ...(end && !to && !end.isDate && { end: end.toString().slice(11, 16) }),
    },
    ...(from && { from }),
    ...(to && { to }),
    ...(status.toUpperCase() === 'CANCELLED' && { cancelled: true }),
  }
}

/** The moment of an hour that has a zone; null for one that floats, and for a whole day. */
function momentOf(time: ICAL.Time, part: ICAL.Component): string | null {
  if (time.isDate) return null
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone)
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString()
  const name = part.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  if (!name) return null
  try {
    return Temporal.PlainDateTime.from(time.toString()).toZonedDateTime(name).toInstant().toString()
  } catch {
    // A zone nobody knows, without its rules: the hour is then taken as the place's.
    return null
  }
}

const isPast = ({ from, cells }: Row, now: Temporal.Instant) =>
  from
    ? Temporal.Instant.compare(Temporal.Instant.from(from), now) <= 0
    : (cells.date ?? '') < now.toZonedDateTimeISO('UTC').toPlainDate().toString()
