import { expect, test } from 'vitest'
import { openClocks } from './wall-clock.ts'

const secondsOf = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds / 1000

test('a session is read on the clock of its place, on both sides of summer time', () => {
  const read = openClocks()
  expect(read('Europe/Paris', secondsOf('2026-03-29T00:30:00Z'))).toEqual({
    day: '2026-03-29',
    hour: '01:30',
  })
  expect(read('Europe/Paris', secondsOf('2026-03-29T01:00:00Z'))).toEqual({
    day: '2026-03-29',
    hour: '03:00',
  })
  expect(read('Europe/Paris', secondsOf('2026-10-25T00:30:00Z')).hour).toBe('02:30')
  expect(read('Europe/Paris', secondsOf('2026-10-25T01:30:00Z')).hour).toBe('02:30')
})

test('the same moment is another hour, and may be another day, on the other side of the sea', () => {
  const read = openClocks()
  const late = secondsOf('2026-12-01T22:30:00Z')
  expect(read('Europe/Paris', late)).toEqual({ day: '2026-12-01', hour: '23:30' })
  expect(read('Indian/Reunion', late)).toEqual({ day: '2026-12-02', hour: '02:30' })
  expect(read('America/Martinique', late)).toEqual({ day: '2026-12-01', hour: '18:30' })
  expect(read('Europe/Paris', late)).toEqual({ day: '2026-12-01', hour: '23:30' })
})
