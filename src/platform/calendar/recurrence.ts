import { RRuleTemporal } from 'rrule-temporal'

export interface Recurrence {
  /** RFC 5545, section 3.3.10, without its start: `FREQ=WEEKLY;BYDAY=TU`. */
  rule: string
  /** The first day; it is part of the recurrence when the rule gives it. */
  startsOn: Temporal.PlainDate
  /** The hour on the wall, which stays the same through summer time. */
  time: Temporal.PlainTime
  timeZone: string
  /** How many dates at most. */
  limit: number
}

/** Every date a rule gives, in order, in the zone of the place. Throws on a rule that is none. */
export function expand({ rule, startsOn, time, timeZone, limit }: Recurrence): Temporal.ZonedDateTime[] {
  const dtstart = startsOn.toZonedDateTime({ timeZone, plainTime: time })
  return new RRuleTemporal({ rruleString: rule, dtstart, tzid: timeZone }).all((_, i) => i < limit)
}
