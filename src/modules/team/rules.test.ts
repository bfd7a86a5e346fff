import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCatalogue } from '#platform/i18n/check.ts'
import { type Able, fits, type Load, type Need } from './domain/fits.ts'
import { languages, skills } from './domain/vocabulary.ts'
import { holds, weekCodes, windowsOf } from './domain/week.ts'
import { words } from './words.ts'

test('offering to host, the team and its hours speak French, English and Arabic', () => checkCatalogue(words))

const zone = 'Europe/Paris'
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone)

describe('the times somebody usually has', () => {
  test('ten o’clock stays ten o’clock when summer time ends', () => {
    const windows = windowsOf(
      ['7-morning'],
      [],
      { from: at('2026-10-18T00:00').toInstant(), to: at('2026-10-26T00:00').toInstant() },
      zone,
    )
    expect(windows.map(({ from }) => from.toZonedDateTimeISO(zone).toPlainTime().toString())).toEqual([
      '08:00:00',
      '08:00:00',
    ])
  })

  test('a morning and the afternoon after it are one stretch: a session over noon fits', () => {
    const time = { from: at('2026-12-01T11:30').toInstant(), to: at('2026-12-01T13:30').toInstant() }
    expect(holds(windowsOf(['2-morning', '2-afternoon'], [], time, zone), time)).toBe(true)
    expect(holds(windowsOf(['2-morning'], [], time, zone), time)).toBe(false)
  })

  test('windows never overlap, never fall on a day away, and grow when a half-day is added', () => {
    const day = Temporal.PlainDate.from('2026-03-20')
    fc.assert(
      fc.property(
        fc.subarray([...weekCodes]),
        fc.constantFrom(...weekCodes),
        fc.nat(20),
        fc.nat(5),
        (weekly, more, away, length) => {
          const absences = [{ from: day.add({ days: away }), until: day.add({ days: away + length }) }]
          const period = {
            from: day.toZonedDateTime(zone).toInstant(),
            to: day.add({ days: 20 }).toZonedDateTime(zone).toInstant(),
          }
          const windows = windowsOf(weekly, absences, period, zone)
          for (const [i, window] of windows.entries()) {
            expect(Temporal.Instant.compare(window.from, window.to)).toBe(-1)
            const next = windows[i + 1]
            if (next) expect(Temporal.Instant.compare(window.to, next.from)).toBe(-1)
            const on = window.from.toZonedDateTimeISO(zone).toPlainDate()
            expect(
              Temporal.PlainDate.compare(on, day.add({ days: away })) < 0 ||
                Temporal.PlainDate.compare(on, day.add({ days: away + length })) > 0,
            ).toBe(true)
          }
          const richer = windowsOf([...weekly, more], absences, period, zone)
          for (const window of windows) expect(holds(richer, window)).toBe(true)
        },
      ),
    )
  })
})

const able: fc.Arbitrary<Able> = fc.record({
  skills: fc.subarray([...skills]),
  languages: fc.subarray([...languages]),
  weekly: fc.subarray([...weekCodes]),
  absences: fc.constantFrom(
    [],
    [{ from: Temporal.PlainDate.from('2026-12-01'), until: Temporal.PlainDate.from('2026-12-03') }],
  ),
  places: fc.subarray([
    { id: 1, km: 0 },
    { id: 2, km: 12.5 },
    { id: 3, km: null },
  ]),
  callsPerMonth: fc.nat(6),
})
const need: fc.Arbitrary<Need> = fc
  .record({
    day: fc.integer({ min: 1, max: 20 }),
    hour: fc.integer({ min: 7, max: 21 }),
    minutes: fc.integer({ min: 30, max: 240 }),
    place: fc.integer({ min: 1, max: 3 }),
    skills: fc.subarray([...skills], { maxLength: 3 }),
    languages: fc.subarray([...languages], { minLength: 1 }),
    hosts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ day, hour, minutes, ...rest }) => {
    const start = at('2026-12-01T00:00').with({ day, hour })
    return { ...rest, start, end: start.add({ minutes }) }
  })
const load: fc.Arbitrary<Load> = fc.record({
  free: fc.boolean(),
  askedThisMonth: fc.nat(6),
  hosted: fc.nat(20),
})

describe('who a session can be offered to', () => {
  test('nobody is asked who is away, elsewhere, too far, asked enough, or speaks none of its languages', () => {
    fc.assert(
      fc.property(able, need, load, (who, what, busy) => {
        const fit = fits(who, what, busy)
        if (!fit.fits) {
          expect(fit.against.length).toBeGreaterThan(0)
          return
        }
        expect(busy.free).toBe(true)
        expect(busy.askedThisMonth).toBeLessThan(who.callsPerMonth)
        expect(who.places.some(({ id }) => id === what.place)).toBe(true)
        expect(what.languages.some((language) => who.languages.includes(language))).toBe(true)
        const lacking = what.skills.filter((skill) => !who.skills.includes(skill))
        if (what.hosts === 1) expect(lacking).toEqual([])
        else if (what.skills.length > 0) expect(lacking.length).toBeLessThan(what.skills.length)
        for (const moment of [what.start, what.end.subtract({ minutes: 1 })]) {
          const half =
            moment.hour * 60 + moment.minute < 750 ? 'morning' : moment.hour < 18 ? 'afternoon' : 'evening'
          expect(who.weekly).toContain(`${moment.dayOfWeek}-${half}`)
        }
        const day = what.start.toPlainDate().toString()
        expect(who.absences.length > 0 && day >= '2026-12-01' && day <= '2026-12-03').toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('who was asked more often, or hosted more, is never asked sooner for it', () => {
    fc.assert(
      fc.property(able, need, load, fc.nat(3), fc.nat(3), (who, what, busy, asked, hosted) => {
        const [light, heavy] = [
          fits(who, what, busy),
          fits(who, what, {
            ...busy,
            askedThisMonth: busy.askedThisMonth + asked,
            hosted: busy.hosted + hosted,
          }),
        ]
        if (light.fits && heavy.fits) expect(heavy.rank).toBeGreaterThanOrEqual(light.rank)
        if (!light.fits) expect(heavy.fits).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('learning one thing more never closes a session to anybody', () => {
    fc.assert(
      fc.property(able, need, load, fc.constantFrom(...skills), (who, what, busy, more) => {
        if (fits(who, what, busy).fits)
          expect(fits({ ...who, skills: [...who.skills, more] }, what, busy).fits).toBe(true)
      }),
    )
  })
})
