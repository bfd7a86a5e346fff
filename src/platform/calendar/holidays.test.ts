import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { departementOf, holidayOn } from './holidays.ts'
import { publicHolidayOn } from './public-holidays.ts'
import { knowsSchool, schoolHolidayOn, schoolYears, zoneOf } from './school-holidays.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

/** The other library counts Good Friday in Martinique and Guadeloupe, where custom keeps it and the law does not. */
const customs = new Set(['972.Vendredi saint', '971.Vendredi saint'])

test.each([
  ['93', []],
  ['67', ['67']],
  ['972', ['MQ']],
  ['971', ['GP']],
  ['973', ['GF']],
  ['974', ['RE']],
  ['976', ['YT']],
])('a centre of %s is closed on the days another library calls holidays there', (departement, state) => {
  for (const year of [2026, 2027, 2028, 2035]) {
    const theirs = new Holidays('FR', ...(state as [])).getHolidays(year)
    const closed = theirs
      .filter(({ type, name }) => type === 'public' && !customs.has(`${departement}.${name}`))
      .map(({ date }) => date.slice(0, 10))
    const ours: string[] = []
    for (let date = day(`${year}-01-01`); date.year === year; date = date.add({ days: 1 }))
      if (publicHolidayOn(date, departement)) ours.push(date.toString())
    expect(ours).toEqual([...new Set(closed)].sort())
  }
})

describe('school holidays', () => {
  test('a Tuesday of February is free in Créteil, and a school day in Grenoble and in Lille', () => {
    const tuesday = day('2027-02-09')
    expect(schoolHolidayOn(tuesday, 'C')).toBe('Vacances d’hiver')
    expect(schoolHolidayOn(tuesday, 'A')).toBeNull()
    expect(schoolHolidayOn(tuesday, 'B')).toBeNull()
  })

  test('in Saint-Pierre of La Réunion the long holidays are in January', () => {
    expect(
      holidayOn(day('2027-01-20'), ['school-holidays'], { inseeCode: '97416', postalCode: '97410' }),
    ).toBe('Vacances d’été austral')
  })

  test('where nobody knows the calendar, it is said not to be known, and no date is left out', () => {
    expect(knowsSchool(day('2026-12-25'), 'mayotte')).toBe(false)
    expect(knowsSchool(day('2028-02-09'), 'C')).toBe(false)
    expect(
      holidayOn(day('2028-02-09'), ['school-holidays'], { inseeCode: '93070', postalCode: '93400' }),
    ).toBe(null)
  })

  test('every period begins before it ends, within its year, and no two overlap', () => {
    for (const year of Object.values(schoolYears).flat()) {
      const { periods } = year
      periods.forEach(({ from, to }, i) => {
        expect(from < to && year.from <= from && to <= year.to).toBe(true)
        const next = periods[i + 1]
        expect(!next || to < next.from).toBe(true)
      })
    }
  })

  test.each([
    ['93070', 'C'],
    ['38185', 'A'],
    ['59512', 'B'],
    ['67447', 'B'],
    ['31555', 'C'],
    ['2A004', 'corse'],
    ['97209', 'martinique'],
    ['97611', 'mayotte'],
  ])('the commune %s is in zone %s', (inseeCode, zone) => {
    expect(zoneOf(departementOf({ inseeCode, postalCode: '' }))).toBe(zone)
  })
})
