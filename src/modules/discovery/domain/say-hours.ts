import type { Language } from '#platform/i18n/index.ts'

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** The short names of the days, Monday first; 1 January 2024 was one. */
const namesOf = (lang: Language): string[] =>
  days.map((_, i) =>
    Temporal.PlainDate.from('2024-01-01').add({ days: i }).toLocaleString(lang, { weekday: 'long' }),
  )

/**
 * Opening hours of the OpenStreetMap notation with the days in words, one line a rule: « mardi–vendredi 09:30–19:30 ».
 * Only the plain form (days and hours) is said; anything else is null, and better left unsaid than shown as code.
 */
export function sayOpeningHours(lang: Language, hours: string): string[] | null {
  const names = namesOf(lang)
  const rules = hours
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
  if (!rules.every((rule) => /^((Mo|Tu|We|Th|Fr|Sa|Su)[-, ]*)+(\d\d:\d\d-\d\d:\d\d[, ]*)+$/.test(rule)))
    return null
  return rules.map((rule) =>
    rule
      .replace(/Mo|Tu|We|Th|Fr|Sa|Su/g, (day) => names[days.indexOf(day)] ?? day)
      .replaceAll('-', '–')
      .replace(/,\s*/g, ', '),
  )
}
