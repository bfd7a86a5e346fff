import fc from 'fast-check'
import rrule from 'rrule'
import { expect, test } from 'vitest'
import { expand } from './recurrence.ts'

const zones = ['Europe/Paris', 'Indian/Mayotte', 'Indian/Reunion', 'America/Martinique', 'America/New_York']
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const aRule = fc.oneof(
  fc
    .record({ interval: fc.integer({ min: 1, max: 4 }), days: fc.subarray(weekdays, { minLength: 1 }) })
    .map(({ interval, days }) => `FREQ=WEEKLY;INTERVAL=${interval};WKST=MO;BYDAY=${days.join(',')}`),
  fc
    .record({ nth: fc.constantFrom(1, 2, 3, 4, -1), day: fc.constantFrom(...weekdays) })
    .map(({ nth, day }) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
  fc.integer({ min: 1, max: 9 }).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
)
const aDay = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
// Not between two and three at night, which summer time skips or repeats: nobody holds a workshop then.
const anHour = fc
  .record({ hour: fc.integer({ min: 7, max: 22 }), minute: fc.constantFrom(0, 15, 30, 45) })
  .map((time) => Temporal.PlainTime.from(time))

test('a rule gives the days that another library gives, and the same hour on the wall through summer time', () => {
  fc.assert(
    fc.property(aRule, aDay, anHour, fc.constantFrom(...zones), (rule, startsOn, time, timeZone) => {
      const ours = expand({ rule, startsOn, time, timeZone, limit: 60 })
      // The other library counts on a wall without a zone: the days must be the same.
      const floating = rrule.rrulestr(rule, {
        dtstart: new Date(`${startsOn}T${time.toString({ smallestUnit: 'second' })}Z`),
      })
      const theirs = floating.all((_, i) => i < 60).map((date) => date.toISOString().slice(0, 10))
      expect(ours.map((at) => at.toPlainDate().toString())).toEqual(theirs)
      for (const at of ours) {
        expect(at.toPlainTime().equals(time)).toBe(true)
        expect(at.timeZoneId).toBe(timeZone)
      }
    }),
    { numRuns: 300 },
  )
})

test('a rule that ends, ends on the last day of the place and not of Greenwich', () => {
  const time = Temporal.PlainTime.from('21:00')
  const until = (end: string, timeZone: string) =>
    expand({
      rule: `FREQ=DAILY;UNTIL=${end}`,
      startsOn: Temporal.PlainDate.from('2027-03-01'),
      time,
      timeZone,
      limit: 60,
    }).map((at) => at.day)
  expect(until('20270304T035959Z', 'America/Martinique')).toEqual([1, 2, 3])
  expect(until('20270303T195959Z', 'Indian/Reunion')).toEqual([1, 2, 3])
})
