import { publicHolidayOn } from './public-holidays.ts'
import { knowsSchool, schoolHolidayOn, zoneOf } from './school-holidays.ts'

/** Where a place is, as precisely as it is known. */
export interface Whereabouts {
  inseeCode: string | null
  postalCode: string
}

/** The département of a place: `93`, `2A`, `974`. Corsica without a commune is `20`, which both its halves share. */
export function departementOf({ inseeCode, postalCode }: Whereabouts): string {
  const code = inseeCode ?? postalCode
  // Saint-Barthélemy and Saint-Martin have post codes of Guadeloupe.
  if (code === '97133') return '977'
  if (code === '97150') return '978'
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
}

/** The holiday a plan wishes to skip that falls on a day, as its name in French; null when none does. */
export function holidayOn(
  date: Temporal.PlainDate,
  skips: readonly string[],
  where: Whereabouts,
): string | null {
  const departement = departementOf(where)
  if (skips.includes('public-holidays')) {
    const name = publicHolidayOn(date, departement)
    if (name) return name
  }
  if (!skips.includes('school-holidays')) return null
  const zone = zoneOf(departement)
  return zone && schoolHolidayOn(date, zone)
}

/** Whether the school calendar of a place is known on a day: where it is not, no date is left out for it, and people are told. */
export function schoolIsKnown(date: Temporal.PlainDate, where: Whereabouts): boolean {
  const zone = zoneOf(departementOf(where))
  return zone !== null && knowsSchool(date, zone)
}
