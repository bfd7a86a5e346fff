import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areHours, datedHours, type Opening, type WeekDay, weekDays, weekHours } from './opening-hours.ts'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const opening = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 300 }))
  .map(([from, length]): Opening => ({ from: clock(from), to: clock(Math.min(1440, from + length)) }))
const week = fc.record(
  Object.fromEntries(weekDays.map((day) => [day, fc.array(opening, { maxLength: 4 })])) as Record<
    WeekDay,
    fc.Arbitrary<Opening[]>
  >,
)

const minutesOf = ({ from, to }: Opening) => {
  const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return Array.from({ length: at(to) - at(from) }, (_, i) => at(from) + i)
}

/** Reads it another way: each day’s open minutes, rule by rule. */
function openMinutes(text: string): Map<WeekDay, Set<number>> {
  const open = new Map<WeekDay, Set<number>>(weekDays.map((day) => [day, new Set()]))
  for (const rule of text.split('; ').filter(Boolean)) {
    const [days = '', hours = ''] = rule.split(' ')
    const [first, last = first] = days.split('-') as WeekDay[]
    for (const day of weekDays.slice(
      weekDays.indexOf(first as WeekDay),
      weekDays.indexOf(last as WeekDay) + 1,
    ))
      for (const span of hours.split(',')) {
        const [from = '', to = ''] = span.split('-')
        for (const minute of minutesOf({ from, to })) open.get(day)?.add(minute)
      }
  }
  return open
}

test('who reads the hours of a week finds a door open at the same minutes, every day', () => {
  fc.assert(
    fc.property(week, (hours) => {
      const said = weekHours(hours)
      expect(areHours(said)).toBe(true)
      const open = openMinutes(said)
      for (const day of weekDays) expect(open.get(day)).toEqual(new Set(hours[day].flatMap(minutesOf)))
    }),
    { numRuns: 60 },
  )
})

test('days that follow each other with the same hours are said together', () => {
  const morning = [{ from: '09:00', to: '12:00' }]
  expect(weekHours({ Mo: morning, Tu: morning, Th: morning, Fr: morning, Sa: [] })).toBe(
    'Mo-Tu 09:00-12:00; Th-Fr 09:00-12:00',
  )
  expect(weekHours({})).toBe('')
})

test('the windows of a bus are dated hours, in the place’s own time', () => {
  const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/Cayenne]`)
  const said = datedHours([
    { start: at('2026-12-15T10:00'), end: at('2026-12-15T12:00') },
    { start: at('2026-12-08T10:00'), end: at('2026-12-08T12:00') },
    { start: at('2026-12-08T14:00'), end: at('2026-12-09T01:00') },
  ])
  expect(said).toBe('2026 Dec 08 10:00-12:00,14:00-24:00; 2026 Dec 15 10:00-12:00')
  expect(areHours(said)).toBe(true)
  expect(datedHours([])).toBe('')
})
