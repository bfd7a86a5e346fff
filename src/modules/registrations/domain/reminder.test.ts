import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDue, reminderAt } from './reminder.ts'

const zones = ['Europe/Paris', 'Indian/Mayotte', 'Indian/Reunion', 'America/Martinique']
const compare = Temporal.Instant.compare

/** Starts over eighteen months, so that both changes of hour of two years are among them. */
const start = fc
  .record({
    minutes: fc.integer({ min: 0, max: 540 * 24 * 4 }).map((quarters) => quarters * 15),
    zone: fc.constantFrom(...zones),
  })
  .map(({ minutes, zone }) =>
    Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes }).toZonedDateTimeISO(zone),
  )
const appointment = fc
  .record({ start, minutesBefore: fc.integer({ min: 1, max: 60 * 24 * 60 }) })
  .map(({ start, minutesBefore }) => ({
    start,
    joinedAt: start.toInstant().subtract({ minutes: minutesBefore }),
  }))

test('somebody who joined long ago is reminded the day before at ten, by the clock of the place, in every zone', () => {
  fc.assert(
    fc.property(start, (start) => {
      const at = reminderAt({
        start,
        joinedAt: start.toInstant().subtract({ hours: 24 * 30 }),
      })?.toZonedDateTimeISO(start.timeZoneId)
      expect(at?.toPlainTime().toString()).toBe('10:00:00')
      expect(at?.toPlainDate().add({ days: 1 }).equals(start.toPlainDate())).toBe(true)
    }),
  )
})

test('nobody is reminded within two hours of joining, nor in the last hour, nor later than either rule asks', () => {
  fc.assert(
    fc.property(appointment, (asked) => {
      const at = reminderAt(asked)
      const earliest = asked.joinedAt.add({ hours: 2 })
      const latest = asked.start.toInstant().subtract({ hours: 1 })
      if (!at) {
        expect(compare(earliest, latest)).toBe(1)
        return
      }
      expect(compare(at, earliest)).toBeGreaterThanOrEqual(0)
      expect(compare(at, latest)).toBeLessThanOrEqual(0)
      expect(at.equals(earliest) || at.toZonedDateTimeISO(asked.start.timeZoneId).hour === 10).toBe(true)
    }),
  )
})

test('a session after the night when clocks change is still announced at ten by the clock of the place', () => {
  const joinedAt = Temporal.Instant.from('2026-03-01T09:00:00Z')
  const spring = reminderAt({
    start: Temporal.ZonedDateTime.from('2026-03-29T09:00[Europe/Paris]'),
    joinedAt,
  })
  expect(spring?.toString()).toBe('2026-03-28T09:00:00Z')
  const autumn = reminderAt({
    start: Temporal.ZonedDateTime.from('2026-10-26T09:00[Europe/Paris]'),
    joinedAt,
  })
  expect(autumn?.toString()).toBe('2026-10-25T09:00:00Z')
  const island = reminderAt({
    start: Temporal.ZonedDateTime.from('2026-03-29T09:00[America/Martinique]'),
    joinedAt,
  })
  expect(island?.toString()).toBe('2026-03-28T14:00:00Z')
})

test('a reminder is due from its hour to the start, once, for those who are confirmed', () => {
  fc.assert(
    fc.property(appointment, fc.integer({ min: -4000, max: 4000 }), (asked, minutes) => {
      const at = reminderAt(asked)
      const now = (at ?? asked.start.toInstant()).add({ minutes })
      const due = (change: object) =>
        isDue({ ...asked, reminded: false, now, status: 'confirmed', ...change })
      const expected = at !== null && minutes >= 0 && compare(now, asked.start.toInstant()) < 0
      expect(due({})).toBe(expected)
      expect(due({ reminded: true })).toBe(false)
      for (const status of ['waitlisted', 'offered', 'cancelled']) expect(due({ status })).toBe(false)
    }),
  )
})
