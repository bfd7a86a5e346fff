/** With a fixed date everywhere in France: Code du travail, L3133-1. Month-day. */
const fixed: Readonly<Record<string, string>> = {
  '01-01': 'Jour de l’an',
  '05-01': 'Fête du Travail',
  '05-08': 'Victoire de 1945',
  '07-14': 'Fête nationale',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': 'Armistice de 1918',
  '12-25': 'Noël',
}

/** After Easter Sunday, in days. */
const movable: Readonly<Record<number, string>> = {
  1: 'Lundi de Pâques',
  39: 'Ascension',
  50: 'Lundi de Pentecôte',
}

/** The end of slavery, each territory on its day: Code du travail, L3422-2, and decree 83-1003 (Saint-Barthélemy, Saint-Martin). */
const abolition: Readonly<Record<string, string>> = {
  '971': '05-27',
  '972': '05-22',
  '973': '06-10',
  '974': '12-20',
  '976': '04-27',
  '977': '10-09',
  '978': '05-28',
}

/** Moselle, Bas-Rhin, Haut-Rhin: Good Friday and 26 December (Code du travail, L3134-13). */
const alsaceMoselle = new Set(['57', '67', '68'])

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher). */
export function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** The public holiday of a département (`93`, `67`, `974`) on a day, in French; null on a working day. */
export function publicHolidayOn(date: Temporal.PlainDate, departement: string): string | null {
  const day = date.toString().slice(5)
  if (fixed[day]) return fixed[day]
  if (abolition[departement] === day) return 'Abolition de l’esclavage'
  const afterEaster = easterOf(date.year).until(date).days
  if (movable[afterEaster]) return movable[afterEaster]
  if (!alsaceMoselle.has(departement)) return null
  if (afterEaster === -2) return 'Vendredi saint'
  return day === '12-26' ? 'Saint-Étienne' : null
}
