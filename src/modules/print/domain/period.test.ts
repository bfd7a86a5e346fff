import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOf, periodOf, periods } from './period.ts'
import { printable } from './printable.ts'

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }))

test('this week begins on the Monday before today, and the next one right after it', () => {
  fc.assert(
    fc.property(days, (today) => {
      const [week, next] = [daysOf('week', today), daysOf('next-week', today)]
      expect(week.from.dayOfWeek).toBe(1)
      expect(Temporal.PlainDate.compare(week.from, today)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(today, week.until)).toBeLessThanOrEqual(0)
      expect(next.from.equals(week.until.add({ days: 1 }))).toBe(true)
      expect(next.from.until(next.until).days).toBe(6)
    }),
  )
})

test('this month is all of its days, and the next one follows, also from the 31st', () => {
  fc.assert(
    fc.property(days, (today) => {
      const [month, next] = [daysOf('month', today), daysOf('next-month', today)]
      expect(month.from.day).toBe(1)
      expect(month.until.day).toBe(today.daysInMonth)
      expect(next.from.equals(month.until.add({ days: 1 }))).toBe(true)
      expect(next.until.add({ days: 1 }).day).toBe(1)
    }),
  )
})

test('the days of a period are known for it again', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...periods), (today, period) => {
      const { from, until } = daysOf(period, today)
      // In a February of four whole weeks both say the same days.
      const found = periodOf(from, until, today)
      expect(found && daysOf(found, today)).toEqual({ from, until })
    }),
  )
})

test('a text keeps every sign that is drawn, in its order, and nothing else', () => {
  const draws = (sign: string) => /[a-z ]/.test(sign)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = printable(text, draws)
      expect(kept).toMatch(/^(?:[a-z \u200c-\u200f\u2066-\u2069\n]*|…)$/)
      expect(printable(kept, (sign) => draws(sign) || sign === '…')).toBe(kept)
      if (/^[a-z]*$/.test(text)) expect(kept).toBe(text)
    }),
  )
  expect(printable('ngọc', draws)).toBe('ngoc')
  expect(printable('李', draws)).toBe('…')
})
