import { dateParts, type Language } from '#platform/i18n/index.ts'

/** The zone of the network: a badge travels, and its days are said as they were where it was given. */
const networkZone = 'Europe/Paris'

/** A day with its year, as people say it: « 1er décembre 2026 ». */
export function sayDay(lang: Language, at: Temporal.Instant, zone: string = networkZone): string {
  const local = at.toZonedDateTimeISO(zone)
  const { day, ordinal, month } = dateParts(lang, local)
  return `${day}${ordinal} ${month} ${local.year}`
}
