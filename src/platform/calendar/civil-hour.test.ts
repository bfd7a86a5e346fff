import { expect, test } from 'vitest'
import { civilHour } from './civil-hour.ts'

const told = (now: string, zone: string) => civilHour(Temporal.Instant.from(now), zone).toString()

test('by day it is told at once', () => {
  expect(told('2026-12-01T13:07:00Z', 'Europe/Paris')).toBe('2026-12-01T13:07:00Z')
  expect(told('2026-12-01T18:59:59Z', 'Europe/Paris')).toBe('2026-12-01T18:59:59Z')
})

test('what a night forgets is told at nine there, in each of the four zones', () => {
  const night = '2026-12-01T02:40:00Z'
  expect(told(night, 'Europe/Paris')).toBe('2026-12-01T08:00:00Z')
  // Still the evening before.
  expect(told(night, 'America/Martinique')).toBe('2026-12-01T13:00:00Z')
  expect(told(night, 'Indian/Mayotte')).toBe('2026-12-01T06:00:00Z')
  expect(told(night, 'Indian/Reunion')).toBe('2026-12-01T05:00:00Z')
})

test('late in the evening it waits for the morning, and nine o’clock stays nine when clocks change', () => {
  expect(told('2026-12-01T19:00:00Z', 'Europe/Paris')).toBe('2026-12-02T08:00:00Z')
  expect(told('2027-03-27T22:00:00Z', 'Europe/Paris')).toBe('2027-03-28T07:00:00Z')
})
