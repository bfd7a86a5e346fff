import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellingAt } from './telling.ts'

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Indian/Mayotte']

test('nobody is told of a stop at night, nor after it has begun, nor more than a week ahead', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 60 * 24 * 40 }),
      fc.integer({ min: 0, max: 60 * 24 * 400 }),
      (zone, ahead, minutes) => {
        const now = Temporal.Instant.from('2026-03-01T00:00:00Z').add({ minutes })
        const start = now.add({ minutes: ahead }).toZonedDateTimeISO(zone)
        const at = tellingAt(start, now)?.toZonedDateTimeISO(zone)
        if (!at) return
        expect(at.hour).toBeGreaterThanOrEqual(10)
        expect(at.hour).toBeLessThan(19)
        expect(Temporal.ZonedDateTime.compare(at, start)).toBeLessThan(0)
        expect(Temporal.Instant.compare(at.toInstant(), now)).toBeGreaterThanOrEqual(0)
        expect(at.until(start).total('days')).toBeLessThanOrEqual(8)
      },
    ),
  )
})
