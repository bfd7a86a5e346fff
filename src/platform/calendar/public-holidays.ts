import Holidays from 'date-holidays'

/** What the library calls the départements whose days off differ: Alsace and Moselle, and overseas. */
const states: Readonly<Record<string, string>> = {
  '57': '57',
  '67': '67',
  '68': '68',
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
}

/** Good Friday in Guadeloupe and Martinique: kept by custom, not by law, which gives it to Alsace and Moselle only (Code du travail, L3134-13). */
const isCustom = (state: string | undefined, name: string) =>
  (state === 'GP' || state === 'MQ') && name === 'Vendredi saint'

const years = new Map<string, ReadonlyMap<string, string>>()

function holidaysOf(year: number, departement: string): ReadonlyMap<string, string> {
  const state = states[departement]
  const key = `${year}.${state ?? ''}`
  const known = years.get(key)
  if (known) return known
  const library = state ? new Holidays('FR', state) : new Holidays('FR')
  const found = new Map(
    library
      .getHolidays(year, 'fr')
      .filter(({ type, name }) => type === 'public' && !isCustom(state, name))
      .map(({ date, name }) => [date.slice(0, 10), name]),
  )
  years.set(key, found)
  return found
}

/** The public holiday of a département (`93`, `67`, `974`) on a day, in French; null on a working day. */
export const publicHolidayOn = (date: Temporal.PlainDate, departement: string): string | null =>
  holidaysOf(date.year, departement).get(date.toString()) ?? null
