import { describe, expect, test } from 'vitest'
import { departementOf, holidayOn } from './holidays.ts'
import { publicHolidayOn } from './public-holidays.ts'
import { knowsSchool, schoolHolidayOn, schoolYears, zoneOf } from './school-holidays.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const everywhere = [
  ['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17'],
  ['2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25'],
].flat()

// Code du travail, L3133-1 (everywhere), L3134-13 (Alsace and Moselle), L3422-2 (the end of slavery, overseas).
test.each([
  ['93', []],
  ['67', ['2027-03-26', '2027-12-26']],
  ['972', ['2027-05-22']],
  ['971', ['2027-05-27']],
  ['973', ['2027-06-10']],
  ['974', ['2027-12-20']],
  ['976', ['2027-04-27']],
])('a centre of %s is closed on the holidays the law gives it, and on no other day', (departement, more) => {
  const closed: string[] = []
  for (let date = day('2027-01-01'); date.year === 2027; date = date.add({ days: 1 }))
    if (publicHolidayOn(date, departement)) closed.push(date.toString())
  expect(closed).toEqual([...everywhere, ...more].sort())
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
