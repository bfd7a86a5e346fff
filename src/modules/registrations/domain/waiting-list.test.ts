import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { humaneHours, offerWindow, planOffers } from './waiting-list.ts'

const zones = ['Europe/Paris', 'Indian/Mayotte', 'Indian/Reunion', 'America/Martinique']
const at = (text: string) => Temporal.ZonedDateTime.from(text)
const compare = Temporal.Instant.compare

const moments = fc.record({
  zone: fc.constantFrom(...zones),
  now: fc
    .integer({ min: 1_767_225_600, max: 1_830_297_600 })
    .map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000)),
  ahead: fc.integer({ min: -120, max: 60 * 24 * 60 }),
})

describe('an offer of a freed seat', () => {
  test('leaves between 8 and 20 at the place, ends after it leaves, and never in the last hour', () => {
    fc.assert(
      fc.property(moments, ({ zone, now, ahead }) => {
        const start = now.add({ minutes: ahead }).toZonedDateTimeISO(zone)
        const window = offerWindow(now, start)
        if (!window) return true
        const local = window.notifyAt.toZonedDateTimeISO(zone)
        return (
          local.hour >= humaneHours.from &&
          local.hour < humaneHours.to &&
          compare(window.notifyAt, now) >= 0 &&
          compare(window.expiresAt, window.notifyAt) > 0 &&
          compare(window.expiresAt, start.toInstant().subtract({ hours: 1 })) <= 0
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves a day to answer when the session is far', () => {
    const now = at('2026-12-01T14:00[Europe/Paris]').toInstant()
    const window = offerWindow(now, at('2026-12-10T14:00[Europe/Paris]'))
    expect(window?.expiresAt).toEqual(at('2026-12-02T14:00[Europe/Paris]').toInstant())
  })

  test('waits for the morning when a chair is freed at night', () => {
    const window = offerWindow(
      at('2026-12-01T23:10[Indian/Mayotte]').toInstant(),
      at('2026-12-05T10:00[Indian/Mayotte]'),
    )
    expect(window?.notifyAt).toEqual(at('2026-12-02T08:00[Indian/Mayotte]').toInstant())
  })

  test('is not made in the last hour, nor when the morning would come too late', () => {
    expect(
      offerWindow(at('2026-12-01T13:00[Europe/Paris]').toInstant(), at('2026-12-01T14:00[Europe/Paris]')),
    ).toBeNull()
    expect(
      offerWindow(at('2026-12-01T22:00[Europe/Paris]').toInstant(), at('2026-12-02T08:30[Europe/Paris]')),
    ).toBeNull()
  })
})

describe('who is offered the freed seats', () => {
  const queues = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 })
  const now = at('2026-12-01T14:00[Europe/Paris]').toInstant()
  const far = at('2026-12-20T14:00[Europe/Paris]')

  test('never more seats than are free, never out of order, and nobody who fits is passed over', () => {
    fc.assert(
      fc.property(queues, fc.integer({ min: 0, max: 12 }), (parties, free) => {
        const queue = parties.map((party, i) => ({ registration: i + 1, party }))
        let left = free
        const decisions = planOffers(queue, free, now, far)
        for (const decision of decisions) {
          const party = parties[decision.registration - 1] as number
          expect(decision.seatsFree).toBe(left)
          if (decision.decision === 'offered') left -= party
          else expect(party).toBeGreaterThan(left)
        }
        expect(left).toBeGreaterThanOrEqual(0)
        const asked = decisions.map((decision) => decision.registration)
        expect(asked).toEqual([...asked].sort((a, b) => a - b))
        // Whoever was not even looked at waits behind the moment the seats ran out.
        if (asked.length < queue.length) expect(left).toBe(0)
      }),
    )
  })

  test('a family of three lets a single person pass when one chair is free, and is told why', () => {
    const decisions = planOffers(
      [
        { registration: 1, party: 3 },
        { registration: 2, party: 1 },
      ],
      1,
      now,
      far,
    )
    expect(decisions.map(({ registration, decision }) => [registration, decision])).toEqual([
      [1, 'skipped'],
      [2, 'offered'],
    ])
  })

  test('too near the session nobody is asked, and the first who fits is told so', () => {
    const decisions = planOffers(
      [{ registration: 7, party: 1 }],
      2,
      now,
      at('2026-12-01T14:30[Europe/Paris]'),
    )
    expect(decisions).toEqual([{ registration: 7, decision: 'too-late', seatsFree: 2 }])
  })
})
